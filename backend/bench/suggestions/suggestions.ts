import { fitDeskModel } from '../../src/learning/domain/desk-model-fit.ts';
import { DeskModel } from '../../src/learning/domain/desk-model.ts';
import { languageLikeness } from '../../src/learning/language-likeness.ts';
import { STARTER_CATEGORIES } from '../../src/learning/starter/starter-categories.ts';
import { STARTER } from '../../src/learning/starter/starter.ts';
import { madeUpTickets } from './made-up-tickets.ts';

// npm run bench:suggestions [-- 1000 10000 20000]: what the desk's own model costs, on made-up tickets. Times are of the
// processor, so that what else the machine does counts little; the p99 is by the clock.
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [0, 1_000, 10_000, 20_000];
const JUDGED = 2_000;
const WARMING = 500;
const options = { categories: STARTER_CATEGORIES, starter: STARTER, likenessOf: languageLikeness };

print(['tickets', 'refit with folds', 'model', 'load', 'memory', 'prediction', 'p99']);
for (const size of sizes) {
  const tickets = madeUpTickets(size + JUDGED);
  const fed = tickets.slice(0, size);
  const begin = processorMs();
  const { bytes } = fitDeskModel(fed, options);
  const fitted = processorMs() - begin;
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const loading = processorMs();
  const model = DeskModel.load(bytes, languageLikeness);
  const loaded = processorMs() - loading;
  globalThis.gc?.();
  const memory = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers - before;
  for (const { text } of tickets.slice(size, size + WARMING)) model.judge(text, STARTER_CATEGORIES);
  const judging = processorMs();
  const times = tickets.slice(size).map(({ text }) => {
    const asked = performance.now();
    model.judge(text, STARTER_CATEGORIES);
    return performance.now() - asked;
  });
  const judged = processorMs() - judging;
  const warm = times.sort((one, other) => one - other);
  print([
    String(size),
    `${(fitted / 1_000).toFixed(1)} s`,
    `${(bytes.length / 1e6).toFixed(2)} MB`,
    `${loaded.toFixed(0)} ms`,
    `${(memory / 1e6).toFixed(1)} MB`,
    `${(judged / JUDGED).toFixed(3)} ms`,
    `${(warm[Math.floor(warm.length * 0.99)] ?? 0).toFixed(3)} ms`,
  ]);
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function print(cells: readonly string[]): void {
  console.log(cells.map((cell) => cell.padStart(17)).join(''));
}
