export async function join() {
  try {
    return await my.getAuthCode({ scopes: 'auth_user' }); //~ prompt-at-launch
  } catch (e) {
    my.showToast({ content: 'Puede unirse después' });
    return null;
  }
}
