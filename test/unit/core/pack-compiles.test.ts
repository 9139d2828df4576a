import { expect, it } from 'vitest';
import { compilePack } from '../../../src/core/compile';
import { doudianPacks, doudianWords } from '../../../src/platforms/doudian/rules';

it('every pack compiles with its words and clocks', () => {
  for (const pack of doudianPacks) {
    expect(compilePack(pack, doudianWords).version).toMatch(/^[0-9a-f]{16}$/);
  }
});
