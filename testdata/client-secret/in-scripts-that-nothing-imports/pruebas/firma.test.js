import { firmar } from '../utils/textos';

const appSecret = '0574d2c9b7d6e5a41c0f2d8f3c1a98be';

describe('firma', () => {
  it('ordena los parámetros', () => {
    expect(firmar({ b: 1, a: 2, appSecret })).toBe('a&b');
  });
});
