module.exports = function Promise(run) { run(function (value) { my.setStorageSync({ key: 'last', data: value }) }) }
