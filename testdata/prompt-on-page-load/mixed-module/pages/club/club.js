import club from '../../utils/club';
import Member, { level } from '../../utils/member';

Page({
  onLoad() {
    club.join();
    if (level) this.member = new Member();
  },
  bind() { this.member.bind() },
});
