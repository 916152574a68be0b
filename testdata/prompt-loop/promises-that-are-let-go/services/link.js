let linking;

function askForCode() {
  return new Promise((resolve, reject) => {
    my.getAuthCode({ scopes: 'auth_user', success: resolve, fail: reject }); //~ prompt-loop //~ prompt-on-page-load
  });
}

export function link() {
  if (!linking) {
    linking = askForCode().catch((err) => {
      linking = undefined;
      throw err;
    });
  }
  return linking;
}
