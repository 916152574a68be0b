Page({
  data: { puede: my.canIUse('button.open-type.getAuthorize'), permiso: 'userInfo,phoneNumber' }, //~ user-info-with-phone: one button

  seguir() {
    my.navigateBack();
  },

  alRechazar() {
    my.showToast({ content: 'Puede completar sus datos a mano' });
  },
});
