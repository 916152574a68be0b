import { ask } from '../../ask';

const options = { scopes: 'auth_user' };
options.success = ({ authCode }) => {
  my.request({ url: 'https://api.example.com/register', method: 'POST', data: { authCode } });
};

Page({
  login() {
    ask((authCode) => {
      my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });
    });
  },

  register() {
    my.getAuthCode (options); //~ unhandled-refusal: nothing answers when the user refuses what `my.getAuthCode` asks for
  },

  onPhone() {
    my.getPhoneNumber({ //~ unhandled-refusal: `my.getPhoneNumber`
      success: (res) => {
        my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response: res.response } });
      },
    });
  },

  onRefused() {
    my.showToast({ content: '可以手动填写手机号' });
  },
});
