import { createPage } from 'vue';

createPage({
  methods: {
    enter() {
      my.getAuthCode({
        scopes: 'auth_user',
        success: (res) => {
          this.$session.start(res.authCode);
          this.$renew(res);
          this.trace(res.authCode);
        },
        fail: () => my.showToast({ content: 'Puedes seguir sin autorizar' }),
      });
    },
  },
});
