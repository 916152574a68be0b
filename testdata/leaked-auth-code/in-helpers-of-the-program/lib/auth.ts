export const code = async (): Promise<string> => {
  const { authCode } = await my.getAuthCode({ scopes: ['auth_base'] });
  return authCode;
};
