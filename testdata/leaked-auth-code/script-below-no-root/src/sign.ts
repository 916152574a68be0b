const settings = {
  clientSecret: 'Xk29dPq7TzR4vLw8NbYc3HsJ', //~ client-secret
};

export function sign(text: string) {
  return `${text}.${settings.clientSecret}`;
}
