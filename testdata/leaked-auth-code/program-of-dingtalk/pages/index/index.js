// Written for DingTalk, with a line out of another program.
Page({
  onLoad() {
    dd.getAuthCode({
      success: (res) => {
        console.log(res.authCode); //~ leaked-auth-code
      },
    });
  },

  look() {
    my.previewImage({ urls: ['https://img.example.cn/1.png'] });
  },
});
