// 低版本客户端没有授权按钮
export const authButton = () => my.canIUse('button.open-type.getAuthorize');
