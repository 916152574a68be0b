const api = {
  async session() {
    for await (const token of this.tokens()) return token;
    return null;
  },

  async *tokens() {
    yield (await my.getStorage({ key: 'token' })).data;
  },
};

export async function read() {
  const token = await api.session();
  if (!token) throw new Error('no session');
  const { response } = await my.getOpenUserInfo().catch(() => ({ response: '{}' })); //~ call-outside-authorize
  return JSON.parse(response).response;
}
