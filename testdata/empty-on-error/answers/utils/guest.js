let guest = false;

export function beGuest() {
  guest = true;
}

export const isGuest = () => guest;
