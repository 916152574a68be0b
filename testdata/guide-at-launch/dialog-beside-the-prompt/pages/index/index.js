import { join } from '../../services/member';

Page({
  onReady() {
    my.confirm({ //~ guide-at-launch: `my.confirm` guides the user to the authorization by `my.getAuthCode`
      title: '¿Quiere unirse al club?',
      success: (res) => {
        if (res.confirm) join();
      },
    });
    my.alert({ title: '今日门店休息', success: () => my.pageScrollTo({ scrollTop: 0 }) });
  },

  unirse() {
    my.confirm({
      title: '¿Unirse?',
      success: (res) => {
        if (res.confirm) join();
      },
    });
  },
});
