export async function invoke(options) {
  const { url, data } = options;
  console.log(`request ${url}`, data); //~ leaked-auth-code
  const res = await my.serverless.function.invoke('gateway', { url, data });
  return res.result;
}

export function report(event, value) {
  console.log(event, value);
}
