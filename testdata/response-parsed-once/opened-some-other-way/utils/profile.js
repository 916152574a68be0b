// 真机返回字符串，模拟器可能返回对象
export function normalize(res) {
  let data = res.response;
  if (typeof data === 'string') data = JSON.parse(data);
  return data.response || data;
}

const parse = (text) => JSON.parse(text);

export const fetchProfile = () =>
  new Promise((resolve, reject) => {
    my.getOpenUserInfo({ success: (res) => resolve(parse(res.response).response), fail: reject });
  });
