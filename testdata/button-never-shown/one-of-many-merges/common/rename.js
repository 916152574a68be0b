// copia los miembros de un objeto con otros nombres
export function rename(source, target, names) {
  Object.keys(names).forEach((key) => {
    if (source[key] !== undefined) {
      target[names[key]] = source[key];
    }
  });
  return target;
}
