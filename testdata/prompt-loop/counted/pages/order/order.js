const MOST = 3;

Page({
  login() {
    this.tries = 0;
    this.ask();
  },

  ask() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => this.send(authCode, 3),
      fail: () => {
        this.tries += 1;
        if (this.tries < MOST) this.ask(); //~ prompt-loop
      },
    });
  },

  try(tries = 0) {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => this.send(authCode, 3),
      fail: () => {
        if (tries < 3) this.try(tries + 1); //~ prompt-loop
      },
    });
  },

  // Los reintentos de la red no preguntan nada.
  send(authCode, left) {
    my.request({
      url: 'https://api.example.com/login',
      data: { authCode },
      fail: () => {
        if (left > 0) this.send(authCode, left - 1);
      },
    });
  },
});
