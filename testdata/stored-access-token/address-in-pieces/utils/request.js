const API = 'https://open.example.com/';

export function request(path, data, done) {
  my.request({ url: API + path, data, success: (res) => done(res.data) });
}
