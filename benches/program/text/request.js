import storage from './storage';

const HOST = 'https://api.example.com';
const queue = [];
let running = 0;

function next() {
  running -= 1;
  const task = queue.shift();
  if (task) {
    task();
  }
}

export function request(path, data, method) {
  return new Promise((resolve, reject) => {
    const send = () => {
      running += 1;
      my.request({
        url: HOST + path,
        method: method || 'GET',
        headers: { authorization: storage.get('token') || '' },
        data,
        success: (res) => {
          if (res.status === 200 && res.data.ok) {
            resolve(res.data.result);
          } else {
            reject(new Error((res.data && res.data.message) || '网络繁忙，请稍后再试'));
          }
        },
        fail: (error) => reject(error),
        complete: next,
      });
    };
    if (running < 8) {
      send();
    } else {
      queue.push(send);
    }
  });
}

export const get = (path, data) => request(path, data, 'GET');
export const post = (path, data) => request(path, data, 'POST');

export const promisify = (api) => (options) =>
  new Promise((success, fail) => api({ ...options, success, fail }));
