const CANCELLED = [3, 10, 11];

export const isCancelled = ({ error }) => CANCELLED.includes(Number(error));

export function isNetwork(err) {
  const code = err.error;
  if (code === 12) return true;
  return false;
}
