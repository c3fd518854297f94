import { offeredFrom } from './conformal.ts';

const hundredths = (count: number): number[] => Array.from({ length: count }, (_, at) => (count - at) / count);

it('promises nothing of fewer than 20 tickets', () => {
  expect(offeredFrom(hundredths(19))).toBeNull();
});

it.each([
  [20, 0.05],
  [100, 0.08],
  [1000, 0.095],
])('of %d tickets it misses nearly one in ten, and fewer where they are few', (tickets, offered) => {
  expect(offeredFrom(hundredths(tickets))).toBeCloseTo(offered, 6);
});
