export function place() {
  return new Promise((resolve, reject) => {
    my.getLocation({ type: 1, success: ({ city }) => resolve(city), fail: reject }); //~ missing-permission-description: needs `scope.userLocation` //~ device-permission-at-launch
  });
}
