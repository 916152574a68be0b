const app = getApp();

// 由各渠道的 app.js 提供
export default {
  onGetAuthorize: app.channelAuthorize,
};
