const read = (done) => {
  my.getOpenUserInfo({ //~ call-outside-authorize
    success: ({ response }) => {
      const user = JSON.parse(response).response;
      if (user.code === '10000') done(user.nickName);
    },
    fail: () => my.showToast({ content: 'Puede seguir sin datos' }),
  });
};

const actions = {
  'cart/add'({ done }) {
    done('');
  },
  'user/read'({ done }) {
    read(done);
  },
};

export const dispatch = (action) => actions[action.type](action);
