const { save0, save1, list1 } = require('/services/s$m');
const storage = require('/utils/storage');
const app = getApp();

const RULES = {
  name: { required: true, message: '请填写姓名' },
  mobile: { required: true, pattern: /^1[3-9]\d{9}$/, message: '请填写正确的手机号' },
};

Page({
  data: {
    form: { name: '', mobile: '', gender: 0, region: [], remark: '' },
    errors: {},
    genders: ['女', '男'],
    cities: [],
    isSubmitting: false,
  },

  onLoad: function (query) {
    var that = this;
    that.id = query.id;
    var draft = storage.get('draft$n');
    if (draft) {
      that.setData({ form: draft });
    }
    list1({ kind: 'city' }).then(function (cities) {
      that.setData({ cities: cities });
    });
  },

  onHide: function () {
    storage.set('draft$n', this.data.form);
  },

  onInput: function (e) {
    var name = e.currentTarget.dataset.name;
    var change = {};
    change['form.' + name] = e.detail.value;
    this.setData(change, () => this.validate(name));
  },

  validate: function (name) {
    var rule = RULES[name];
    var value = this.data.form[name];
    var message = '';
    if (rule && rule.required && !value) {
      message = rule.message;
    } else if (rule && rule.pattern && !rule.pattern.test(value)) {
      message = rule.message;
    }
    this.setData({ ['errors.' + name]: message });
    return !message;
  },

  chooseCity: function () {
    var that = this;
    my.chooseCity({
      showLocatedCity: false,
      success: function (res) {
        that.setData({ 'form.region': [res.city, res.adCode] });
      },
    });
  },

  submit: function () {
    var that = this;
    var isValid = Object.keys(RULES).every(function (name) {
      return that.validate(name);
    });
    if (!isValid || that.data.isSubmitting) {
      return;
    }
    that.setData({ isSubmitting: true });
    save0(Object.assign({ id: that.id }, that.data.form))
      .then(function (result) {
        storage.remove('draft$n');
        app.track('submit', { page: $n, id: result.id });
        my.redirectTo({ url: '$to?id=' + result.id });
      })
      .catch(function (error) {
        my.alert({ title: '提交失败', content: error.message, buttonText: '我知道了' });
      })
      .then(function () {
        that.setData({ isSubmitting: false });
      });
  },

//repeat
  change$k: function (e) {
    var value = e.detail.value;
    var errors = this.data.errors;
    switch (typeof value) {
      case 'string':
        errors.field$k = value.length > 50 ? '最多 50 个字' : '';
        break;
      case 'boolean':
        errors.field$k = '';
        break;
      default:
        errors.field$k = '请选择';
    }
    this.setData({ 'form.field$k': value, errors: errors });
    save1({ id: this.id, name: 'field$k', value: value }, this.saved$k.bind(this));
  },

  saved$k: function (result) {
    this.setData({ savedAt$k: result && result.at });
  },

//end
});
