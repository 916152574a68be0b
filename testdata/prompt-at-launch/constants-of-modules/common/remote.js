const remote = { askAtOnce: false };

export function load() {
  my.request({
    url: 'https://shop.example/flags',
    success: (res) => Object.assign(remote, res.data),
  });
}

export default remote;
