const CODES = { 11: 'refused' };

Page({
  data: { name: '' },

  onOk() {
    my.showToast({ content: '谢谢' });
  },

  onNo(e) { //~ empty-on-error: offers nothing
    const text = e.detail.errorMessage.trim().toLowerCase();
    const [first] = text.split(',').filter((it) => it.length > 2).map((it) => it.replace(/\s/g, ''));
    const seen = Object.keys(e.detail).concat(CODES[e.detail.error] || []);
    console.error('auth', first, seen.join('|'), new Date().toISOString(), Math.round(e.timeStamp));
  },
});
