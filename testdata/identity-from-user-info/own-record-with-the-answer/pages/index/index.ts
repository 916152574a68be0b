interface Member { userId: string; phone: string; nickName: string }

const app = getApp<{ globalData: { session: Member } }>();

Page({
  data: { member: {} as Member, phone: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        if (info.code !== '10000') return;
        // 身份来自我们自己的会话，授权结果只补充头像和昵称
        const member: Member = { ...info, ...app.globalData.session, phone: this.data.phone };
        my.request({ url: 'https://api.example.com/members/' + member.userId, data: { tel: member.phone } });
        this.setData({ member });
      },
      fail: () => this.onRefused(),
    });
  },

  onPhone(e: { detail: { value: string } }) {
    this.setData({ phone: e.detail.value });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写手机号' });
  },
});
