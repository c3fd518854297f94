import { initials } from './initials';

describe('the letters of a person', () => {
  it.each([
    ['Mina Park', 'MP'],
    ['Administrator', 'A'],
    ['Ana María de la Cruz', 'AC'],
    ['jonas.weber', 'JW'],
    ['  (temp)  worker ', 'TW'],
    ['Łukasz Żak', 'ŁŻ'],
    ['山田 太郎', '山太'],
    ['…', ''],
  ])('%s is "%s"', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
