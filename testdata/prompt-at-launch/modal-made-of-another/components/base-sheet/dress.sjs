export default { of: (name, more) => name + ' ' + more };
