const AES = {
  encrypt: (text, key, options) => [text, key, options],
  decrypt: (text, key) => [text, key],
};
export default { AES, HmacSHA256: (text, key) => text + key, enc: { Utf8: { parse: (text) => text } } };
