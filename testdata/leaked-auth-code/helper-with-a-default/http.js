const HOST = 'https://api.example.com';

export const post = (path, data = {}) => {
  console.log('[http]', path, data); //~ leaked-auth-code
  return my.request({ url: HOST + path, method: 'POST', data });
};

export function note(text = '') {
  console.info(text);
}

// 提示内容可以是对象，也可以是文字
export const showAlert = function (content, title) {
  if (typeof content === 'object') {
    content = JSON.stringify(content);
  }
  if (title == null) title = '提示'
  my.alert({ title: title, content: content }); //~ leaked-auth-code
};

export function trace(tag, data) {
  data = data || {};
  console.log(tag, data); //~ leaked-auth-code
}

/** Solo las primeras letras. */
export function hint(text) {
  if (!text) text = 'nada';
  text = text.slice(0, 2) + '…';
  my.showToast({ content: text });
}

export function send(path, param) {
  if (param == null || param == undefined) {
    param = {};
  }
  console.info(param); //~ leaked-auth-code
  my.request({ url: HOST + path, method: 'POST', data: param });
}

/** Cuando hay un nombre, solo el nombre. */
export function greet(user) {
  if (user !== undefined && user.name) user = user.name
  console.info(user.length);
}
