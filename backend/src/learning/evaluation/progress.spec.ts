import { Progress } from './progress.ts';

it('reckons the time left by the work of the steps, not by their number', () => {
  const told: string[] = [];
  let now = 0;
  const progress = new Progress(
    'Curve',
    [1, 1, 8, 10],
    (line) => told.push(line),
    () => now,
  );
  for (const at of [2_000, 4_000, 20_000, 40_000]) {
    now = at;
    progress.step();
  }
  expect(told).toEqual([
    'Curve: 1 of 4, about 38 s left',
    'Curve: 2 of 4, about 36 s left',
    'Curve: 3 of 4, about 20 s left',
    'Curve: 4 of 4, done',
  ]);
});

it('says nothing more than once a second, but always that it is done', () => {
  const told: string[] = [];
  let now = 0;
  const progress = new Progress(
    'Asking',
    new Array<number>(5).fill(1),
    (line) => told.push(line),
    () => now,
  );
  for (let turn = 0; turn < 5; turn += 1) {
    now += 300;
    progress.step();
  }
  expect(told.map((line) => line.slice(0, 14))).toEqual(['Asking: 1 of 5', 'Asking: 5 of 5']);
});
