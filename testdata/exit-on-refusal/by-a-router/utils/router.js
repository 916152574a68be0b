export const reLaunch = (url) => {
  my.reLaunch({ url });
};

export const restart = (url) => my.reLaunch({ url }); //~ exit-on-refusal
