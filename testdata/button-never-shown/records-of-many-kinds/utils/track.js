import track from 'event-tracker';

// More records than are told apart; none of them is a page.
export function send(record) {
  track(record);
}
