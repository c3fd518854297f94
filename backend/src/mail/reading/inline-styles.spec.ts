import { isNothing } from './inline-styles.ts';

describe('a length in a style', () => {
  it.each(['0', '00', '0.', '.0', '0.00em', '0px', '0%'])('is nothing: %s', (length) => {
    expect(isNothing(length)).toBe(true);
  });

  it.each([undefined, '', '1', '0.1', '0.0.0', '0 px', '0vh', 'auto'])('is something, or none at all: %s', (length) => {
    expect(isNothing(length)).toBe(false);
  });

  it('is read in no more time than it is long', () => {
    const before = process.cpuUsage();
    expect(isNothing(`${'0'.repeat(200_000)}x`)).toBe(false);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_500);
  });
});
