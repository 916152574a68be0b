export default class Credentials {
  static readonly APP_SECRET: string = 'q7Zk3uT9qLw0XbR7vYcN5mE2hJ8dFs1A'; //~ client-secret: the secret of an app or client
  private clientSecret = 'b8Yk3uT9qLw0XbR7vYcN5mE2hJ8dFs2B' as const; //~ client-secret

  get secret(): string {
    return this.clientSecret;
  }
}

export const settings = {
  'app-secret': process.env.APP_SECRET || 'c9Xk3uT9qLw0XbR7vYcN5mE2hJ8dFs3C', //~ client-secret
} as Record<string, string>;
