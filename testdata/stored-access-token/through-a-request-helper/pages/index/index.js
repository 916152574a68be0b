import { post } from '../../utils/http';
import { remember } from '../../utils/session';

Page({
  login() {
    my.getAuthCode({
      success: ({ authCode }) => {
        post('/v1/oauths/applyToken', { authCode }).then((answer) => remember(answer.accessToken)); //~ client-token-exchange //~ stored-access-token
        // Nuestro servidor: su token es nuestra sesión.
        post('/login', { authCode }).then((answer) => this.keep(answer)); //~ reused-auth-code: second time
      },
    });
  },

  keep({ accessToken }) {
    my.setStorageSync({ key: 'sesion', data: accessToken });
  },
});
