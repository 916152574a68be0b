// 给不需要处理的回调用
export const ignore = () => {};
export const byHand = () => my.navigateTo({ url: '/pages/form/form' });
