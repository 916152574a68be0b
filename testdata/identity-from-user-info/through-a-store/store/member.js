class Member {
  constructor() {
    this.info = null;
  }

  // nomor telepon dari dompet
  get phone() {
    return this.info && this.info.phone; //~ identity-from-user-info: `phone`
  }

  get key() { return { email: this.info.email }; } //~ identity-from-user-info: `email`
}

module.exports = new Member();
