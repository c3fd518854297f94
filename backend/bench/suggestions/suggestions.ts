import type { DecidedTicket } from '../../src/learning/domain/decided-ticket.ts';
import { fitDeskModel } from '../../src/learning/domain/desk-model-fit.ts';
import { DeskModel } from '../../src/learning/domain/desk-model.ts';
import { chanceOf } from '../../src/learning/evaluation/chance.ts';
import { languageLikeness } from '../../src/learning/language-likeness.ts';
import { STARTER_CATEGORIES } from '../../src/learning/starter/starter-categories.ts';
import { STARTER } from '../../src/learning/starter/starter.ts';

// npm run bench:suggestions [-- 1000 10000 20000]: what the desk's own model costs, on made-up tickets. Times are of the
// processor, so that what else the machine does counts little; the p99 is by the clock.
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [0, 1_000, 10_000, 20_000];
const JUDGED = 2_000;
const WARMING = 500;
const options = { categories: STARTER_CATEGORIES, starter: STARTER, likenessOf: languageLikeness };

print(['tickets', 'refit with folds', 'model', 'load', 'memory', 'prediction', 'p99']);
for (const size of sizes) {
  const tickets = madeUp(size + JUDGED);
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

/** Tickets that are like the starter's and like no other: halves of two of a category, every fifth word left out. */
function madeUp(count: number): DecidedTicket[] {
  const chance = chanceOf(1);
  const pick = (category: string): DecidedTicket => {
    const own = STARTER.tickets.filter((ticket) => ticket.category === category);
    return own[Math.floor(chance() * own.length)] ?? { text: { title: '', description: '' }, category, priority: null };
  };
  return Array.from({ length: count }, (_, at) => {
    const category = STARTER_CATEGORIES[at % STARTER_CATEGORIES.length]?.key ?? '';
    const [one, other] = [pick(category), pick(category)];
    const words = [...half(one, 0), ...half(other, 1)].filter(() => chance() < 0.8);
    return { text: { title: one.text.title, description: words.join(' ') }, category, priority: one.priority };
  });
}

function half({ text }: DecidedTicket, which: 0 | 1): string[] {
  const words = text.description.split(' ');
  const middle = Math.ceil(words.length / 2);
  return which === 0 ? words.slice(0, middle) : words.slice(middle);
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function print(cells: readonly string[]): void {
  console.log(cells.map((cell) => cell.padStart(17)).join(''));
}
