export interface Datos { avatar: string; nickName: string }

export async function datos(): Promise<Datos> {
  const { response: texto } = (await my.getOpenUserInfo()) as { response: string };
  return JSON.parse(texto) as Datos;
}
