export const SUCCESS = 10000;

// 网关与业务的返回码
export default { NO_AUTH: 40003, NOT_BOUND: '40006', retry: 20000 };
