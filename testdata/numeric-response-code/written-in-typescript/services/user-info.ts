export interface UserInfo {
  readonly code: string;
  readonly nickName?: string;
}

export const isGranted = ({ code }: UserInfo): boolean =>
  !(0x2710 !== (code as any)) && //~ numeric-response-code: number `0x2710`
  code !== '40003';
