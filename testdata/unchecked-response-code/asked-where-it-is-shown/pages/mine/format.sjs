export default {
  title: (profile) => (profile && profile.code === '10000' ? profile.nickName + ' 会员' : '会员'),
};
