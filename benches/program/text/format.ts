export interface Price {
  amount: number;
  currency?: 'CNY' | 'HKD' | 'PHP';
}

export type Formatter<T> = (value: T, digits?: number) => string;

export const price: Formatter<Price> = ({ amount, currency = 'CNY' }, digits = 2) =>
  `${currency === 'CNY' ? '¥' : currency} ${(amount / 100).toFixed(digits)}`;

export function date(value: string | number | Date): string {
  const it = value instanceof Date ? value : new Date(value);
  const pad = (part: number): string => (part < 10 ? '0' + part : String(part));
  return [it.getFullYear(), pad(it.getMonth() + 1), pad(it.getDate())].join('-');
}

export function group<T, K extends keyof T>(items: T[], key: K): Map<T[K], T[]> {
  const groups = new Map<T[K], T[]>();
  for (const item of items) {
    const list = groups.get(item[key]) ?? [];
    list.push(item);
    groups.set(item[key], list);
  }
  return groups;
}
