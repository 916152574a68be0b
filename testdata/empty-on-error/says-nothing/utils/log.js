export function warn(text, e) {
  const line = `[auth] ${text}`;
  console.warn(line, e);
  my.reportAnalytics('auth', { text });
}
