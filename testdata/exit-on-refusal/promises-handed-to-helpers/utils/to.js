export default function to(promise) {
  return promise.then((data) => [null, data]).catch((error) => [error, undefined]);
}

export const orLeave = (promise) => promise.catch(() => {
  my.exitMiniProgram(); //~ exit-on-refusal
});

// Nunca recibe una pregunta.
export const never = (promise) => promise.catch(() => my.exitMiniProgram());
