import { seal, sign } from '../../utils/sign';

const options = { client_id: 'shop', client_secret: 'a1b2c3d4e5f60718293a4b5c6d7e8f90' }; //~ client-secret

Page({
  send() {
    this.accessKeySecret = 'Zk3uT9qLw0XbR7vYcN5mE2hJ8dFs1A'; //~ client-secret: the secret of an access key
    my.request({ url: 'https://api.weixin.qq.com/sns/jscode2session?appid=wx12ab34&secret=7b52009b64fd0a2a49e6d8a939753077&js_code=' + this.code }); //~ client-secret
    my.request({ url: 'https://api.example.com/token?client_id=tienda&client_secret=TU_SECRETO&secret_id=7b52009b64fd0a2a49e6d8a939753077' });
    my.request({ url: 'https://api.example.com', data: { options, sealed: seal('x'), signed: sign('y') } });
  },
});
