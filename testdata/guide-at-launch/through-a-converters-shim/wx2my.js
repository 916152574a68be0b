module.exports = {
  showModal: function showModal({
    title,
    content,
    success,
    fail,
    complete,
  }) {
    return my.confirm({
      title,
      content,
      success: ({
        confirm
      }) => {
        if (success) {
          success({
            confirm,
            cancel: !confirm
          });
        }
      },
      fail,
      complete,
    });
  },

  setStorageSync: function setStorageSync(...args) {
    if (args.length === 2) {
      return my.setStorageSync({
        key: args[0],
        data: args[1],
      });
    }
    return false;
  },

  navigateTo: function navigateTo(...args) {
    return my.navigateTo(...args);
  },
}
