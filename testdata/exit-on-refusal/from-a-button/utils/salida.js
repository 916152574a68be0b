export const salir = () => {
  my.exitMiniProgram({}); //~ exit-on-refusal: a refusal at the authorize button leaves the program by `my.exitMiniProgram`
};
