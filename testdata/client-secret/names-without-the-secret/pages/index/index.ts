import { publicKey, tips } from '../../lib/config';

Page({
  data: { tips, publicKey },

  async enviar(e: { detail: { value: Record<string, string> } }) {
    const { appSecret } = e.detail.value;
    const accessKeySecret = await my.request({ url: '/sts' }).then(({ data }: any) => data.accessKeySecret);
    my.request({ url: 'https://api.example.com', data: { appSecret, accessKeySecret } });
  },
});
