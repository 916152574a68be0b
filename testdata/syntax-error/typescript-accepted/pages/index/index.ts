import type { A } from './a';
enum Kind { One = 1, Two }
abstract class Base<T extends object> { protected constructor(readonly value: T) {} abstract go(): void; }
declare const VERSION: string;
const satisfied = { n: 1 } satisfies Record<string, number>;
type F = <T>(it: T) => asserts it is NonNullable<T>;

Page({
  data: satisfied,
  onLoad(this: any, query?: Partial<A>): void {
    const kind = query!.kind as unknown as Kind;
    this.setData({ n: kind === Kind.One ? VERSION.length : 0 });
  },
});
