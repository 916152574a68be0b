export default { todo: 'userInfo' };
