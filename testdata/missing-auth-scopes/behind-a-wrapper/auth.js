const defaults = {
  success: ({ authCode }) => {
    my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });
  },
  fail: () => my.showToast({ content: 'Puede seguir sin entrar' }),
};

export function login() {
  my.getAuthCode(defaults); //~ missing-auth-scopes
}
