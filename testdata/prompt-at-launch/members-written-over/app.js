import { inside, lent, login, loudly, perhaps, quietly, tooLate } from './utils/login';

App({
  onLaunch(query) {
    login(true);
    quietly();
    perhaps(query);
    tooLate();
    lent();
    inside();
    loudly();
  },
});
