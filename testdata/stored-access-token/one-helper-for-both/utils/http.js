// Una sola función para todas las peticiones: la plataforma y nuestro servidor.
export const http = (url, data) =>
  new Promise((ok, no) =>
    my.request({ url, data, method: 'POST', success: (r) => ok(r.data), fail: no }),
  );

export function ask(url, data, done) {
  my.request({ url, data, success: (res) => done(res.data) })
}
