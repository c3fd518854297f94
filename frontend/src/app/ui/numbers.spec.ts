import { countText, decimalText, shareText } from './numbers';

describe('numbers on the dashboard', () => {
  it.each([
    [0, '0'],
    [932, '932'],
    [4827, '4,827'],
    [1_000_000, '1,000,000'],
  ])('write the count %d as "%s"', (count, text) => expect(countText(count)).toBe(text));

  it.each([
    [0, '0.0'],
    [30, '30.0'],
    [956.86, '956.9'],
    [1204.5, '1,204.5'],
  ])('write the average %d as "%s"', (value, text) => expect(decimalText(value)).toBe(text));

  it.each([
    [0, 4827, '0 %'],
    [0, 0, '0 %'],
    [1, 4827, '<1 %'],
    [48, 4800, '1 %'],
    [1014, 4827, '21 %'],
    [995, 1000, '>99 %'],
    [990, 1000, '99 %'],
    [1000, 1000, '100 %'],
  ])('write the share %d of %d as "%s"', (part, total, text) =>
    expect(shareText(part, total)).toBe(text.replace(' ', '\u00a0')),
  );
});
