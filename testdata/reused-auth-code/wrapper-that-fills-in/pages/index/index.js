import { get, post, save, saveLength } from '../../utils/request';

Page({
  entrar() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => {
        post('/token', { code: authCode }).then((res) => {
          if (res.data.nuevo) {
            return post('/bind', { code: authCode }); //~ reused-auth-code
          }
          return post('/visits');
        });
      },
    });
  },

  vincular() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => {
        save('code', { code: authCode }); //~ reused-auth-code
        saveLength('length', authCode);
        get('/token', { code: authCode })
          .then((res) => get('/bind', { id: res.data.id, code: authCode })) //~ reused-auth-code
          .then(() => get('/menu'))
      },
    });
  },

  unaVez() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => {
        post('/token', { code: authCode }).then((res) => post('/bind', { id: res.data.id }));
        save('desde', { desde: 'inicio' });
      },
    });
  },
});
