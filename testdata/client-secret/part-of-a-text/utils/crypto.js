const AES = { encrypt: (text, key, options) => [text, key, options] };
export default { AES, HmacSHA256: (text, key) => text + key, enc: { Utf8: { parse: (text) => text } } };
