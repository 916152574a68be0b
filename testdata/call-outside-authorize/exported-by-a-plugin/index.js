import { ask } from './utils/phone';

export function phone(done) {
  ask(done);
}

export default {
  perfil(done) {
    my.getOpenUserInfo({ //~ call-outside-authorize
      success: (res) => {
        const { code, nickName } = JSON.parse(res.response).response;
        done(code === '10000' ? nickName : '');
      },
      fail: () => done(''),
    });
  },
};
