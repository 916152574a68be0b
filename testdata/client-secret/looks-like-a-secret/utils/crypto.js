const AES = { encrypt: (text, key, options) => [text, key, options] };
export default { AES, enc: { Utf8: { parse: (text) => text } } };
