export const ANSWER = { ACCEPT: 'accept', CANCEL: 'cancel' };

export function confirm(content) {
  return new Promise((resolve) => {
    my.confirm({ //~ guide-at-launch
      title: '提示',
      content,
      success(res) {
        if (res.confirm) {
          resolve({ action: ANSWER.ACCEPT });
        } else {
          resolve({ action: ANSWER.CANCEL });
        }
      },
    });
  });
}

export const choose = (items) =>
  new Promise((resolve) => {
    my.showActionSheet({ //~ guide-at-launch
      items,
      success: ({ index }) => resolve({ action: index === -1 ? 'cancel' : 'accept', index }),
    });
  });

// Nothing but a tap on its only button ends it.
export const tell = (content) =>
  new Promise((resolve) => {
    my.alert({ content, success: () => resolve() }); //~ guide-at-launch
  });
