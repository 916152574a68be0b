Page({
  keep(card) {
    this.card = card;
  },

  again() {
    this.card.show();
  },
});
