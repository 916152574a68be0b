// La clave pública puede estar aquí; la privada no.
Page({
  cifrar() {
    my.rsa({
      action: 'encrypt',
      text: 'hola',
      key:
        'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQpU3KGCUwux1tEyze1iN7LtkeP3' +
        'IfyxlxF0SU1kk8nVw0YL4xIB5p/tqg7ui5mX9cfCmZ/a/lkyU81lSvTfrXFCegrr\n' +
        'P+6SMvivIhH57kkcWxC+y1Vjv8Hm+TQn7LyP4pVeXNjkbcjtS3wnZNKlpNdncG+F' +
        '2GkAJK1r2jQBvpyM',
      success: (res) => this.setData({ texto: res.text }),
    });
  },

  descifrar() {
    my.rsa({
      action: 'decrypt',
      text: this.data.texto,
      key:
        'MIICdwIBADANBgkqhkiG9w0BAQEFAASCAmEwggJdAgEAAoGBApU3KGCUwux1tEyz' +
        'e1iN7LtkeP3IfyxlxF0SU1kk8nVw0YL4xIB5p/tqg7ui5mX9cfCmZ/a/lkyU81lS\n' +
        'vTfrXFCegrrP+6SMvivIhH57kkcWxC+y1Vjv8Hm+TQn7LyP4pVeXNjkbcjtS3wnZ' +
        'NKlpNdncG+F2GkAJK1r2jQBvpyMvMyTX2zR9hImrhUziuGjQATTO6DSRqwEyBsbr\n' +
        'yPjv57vX3nytJNK+H9VILablLDZguhbtVtnKocmN6zXRm/LYODo/xhGOw5LK6KXA' +
        '0dPBkrGj3APWwKz3GZvRb3qosyu3NK1FXQQ5N7krys09DCgc0R95jbA6AbJV7poT\n' +
        'WQx+16tdCTQnhXQJMWEjyPR+m9zYdf2GNFTLnDiDipmaN5/R+hGflRtU+yOKhJXv' +
        'bJWybPk+7SYFG73Awy/lTclLczq3XZLajL7sJrerhCcSplyA5dTUrh4sUXIpC2IT\n' +
        'PTP2nLY4dXdkliQgthSpxIoc+6AWt1YlCFno4UoYZXGefnGmU5FuKsQmAEgcJYfN' +
        '95Dbd/cmdbnWvZUfPsRtCBySC3FMcK8OQfJYX615QieQBhrqopX0Rnm+2XQCrwyr\n' +
        'zjmZ/Ai6HLUnMFckLmZt3K0/Hpv1MkUoW20cIdSsPFUS4NcDnGQl9+ocB6SMvIfK' +
        'BJod4aXbr/MMn9ZMXZSdLqYKbRAb2H/iJMm/6lJLt7u48',
      success: (res) => this.setData({ texto: res.text }), //~^^^^^^^^^^^^ client-secret
    });
  },
});
