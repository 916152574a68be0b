const recorder = my.getRecorderManager();

Page({
  onLoad() {
    // Pedir el grabador no pregunta nada todavía.
    this.other = my.getRecorderManager();
    recorder.onStop(() => this.setData({ done: true }));
    recorder.start({ duration: 1000 }); //~ device-permission-at-launch: getRecorderManager().start
  },

  onReady() {
    // 用户同意之后才录音
    my.confirm({
      content: '¿Grabar ahora?',
      success: (result) => {
        if (result.confirm) recorder.start({ duration: 1000 });
      },
    });
  },

  hablar() {
    this.other.start({ duration: 1000 });
  },
});
