// 自己的统计，跟 uni-app 没有关系
export default {
  redirectTo({ url }) {
    console.log('页面', url);
  },
};
