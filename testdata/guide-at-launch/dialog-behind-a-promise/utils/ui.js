export function confirm(options) {
  return new Promise((resolve, reject) => {
    my.confirm({ //~ guide-at-launch: guides the user to the authorization on the page
      ...options,
      success: ({ confirm }) => (confirm ? resolve() : reject()),
    });
  });
}

// 只是提示，不需要回答
export const tip = (content) => my.confirm({ content });

class Dialog {
  ask(content) {
    return new Promise((resolve) => {
      my.confirm({ content, success: (res) => resolve(res.confirm) }); //~ guide-at-launch
    });
  }

  // Pregunta por otra cosa.
  news(content) {
    return new Promise((resolve) => my.confirm({ content, success: (res) => resolve(res.confirm) }));
  }
}

export default new Dialog();
