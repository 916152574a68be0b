export enum Field { AppSecret = 'appSecret', PrivateKey = 'privateKey' }

export const tips = {
  appSecret: '请在开放平台后台查看 AppSecret，不要写进小程序',
  clientSecret: '<YOUR_CLIENT_SECRET_32_CHARACTERS>',
  privateKey: 'keys/merchant/private_key.pem',
  accessKeySecret: `${Field.AppSecret}-of-the-server-01234567`,
  secret: 'pages/secret/secret?from=index1',
};

export const publicKey = `-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDb1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1
-----END PUBLIC KEY-----`;
