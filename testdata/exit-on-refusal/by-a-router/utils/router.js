export const reLaunch = (url) => {
  my.reLaunch({ url });
};

export const restart = (url) => my.reLaunch({ url }); //~ exit-on-refusal

// La dirección se compone aquí.
export const toPage = (name, from) => my.reLaunch({ url: `/pages/${name}/${name}?from=${from}` }); //~ exit-on-refusal
