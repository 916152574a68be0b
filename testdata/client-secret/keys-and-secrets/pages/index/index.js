import { seal, sign } from '../../utils/sign';

const options = { client_id: 'shop', client_secret: 'a1b2c3d4e5f60718293a4b5c6d7e8f90' }; //~ client-secret

Page({
  send() {
    this.accessKeySecret = 'Zk3uT9qLw0XbR7vYcN5mE2hJ8dFs1A'; //~ client-secret: the secret of an access key
    my.request({ url: 'https://api.example.com', data: { options, sealed: seal('x'), signed: sign('y') } });
  },
});
