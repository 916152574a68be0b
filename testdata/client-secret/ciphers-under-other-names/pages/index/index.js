import * as seal from '../../utils/seal';

Page({
  enviar() {
    const data = seal.seal('x') + seal.sign('y') + seal.old('z') + seal.digest('w') + seal.key('v');
    my.request({ url: 'https://api.example.com', data: { data, firma: seal.firmar('u', 'Mm28sXzQ0pRtYv34') } }); //~ client-secret
  },
});
