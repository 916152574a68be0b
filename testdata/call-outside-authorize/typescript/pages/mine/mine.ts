import { UserService, type User } from '../../services/user';

interface Data { user: User | null }

Page<Data, any>({
  data: { user: null } as Data,

  onLoad(query: Record<string, string>) {
    UserService.shared!.read((user) => this.setData({ user }));
  },
});
