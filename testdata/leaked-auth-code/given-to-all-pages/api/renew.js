export const renew = ({ authCode }) => {
  console.log('renew', authCode); //~ leaked-auth-code
  return my.request({ url: 'https://api.example.com/renew', data: { authCode } });
};
