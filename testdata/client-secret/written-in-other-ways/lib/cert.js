exports.privateKey = [
  '-----BEGIN RSA PRIVATE KEY-----',
  'MIICXAIBAAKBgQDb1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+A',
  'Xb1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+',
  '-----END RSA PRIVATE KEY-----',
].join('\n'); //~^^^^ client-secret: a private key

exports.sandboxKey =
  '-----BEGIN PRIVATE KEY-----\n' +
  'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCx+Ab1+Ab1+Ab1\n' +
  '-----END PRIVATE KEY-----'; //~^^ client-secret: a private key
