import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EvaluationReport, evaluation } from './evaluation.ts';
import { optionsOf } from './options.ts';
import { inWords } from './report-words.ts';

/** Tickets of a zoo, whose categories no starter knows: three words of each speak for it. */
const WORDS = {
  birds: ['parrot', 'feather', 'nest'],
  fish: ['tank', 'salmon', 'fin'],
  apes: ['banana', 'gorilla', 'climbing'],
};
const LINES = Array.from({ length: 90 }, (_, at) => {
  const [category, words] = Object.entries(WORDS)[at % 3]!;
  const description = `The ${words[at % 2]!} and the ${words[2]!} need care in house ${String(at)}`;
  return JSON.stringify({ description, category, priority: at % 2 ? 'low' : 'high' });
});

let folder: string;
let told: string[] = [];
beforeEach(() => {
  told = [];
});
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'support-tickets-evaluate-'));
  writeFileSync(join(folder, 'zoo.jsonl'), LINES.join('\n'));
  writeFileSync(join(folder, 'train.jsonl'), LINES.slice(0, 60).join('\n'));
  writeFileSync(join(folder, 'test.jsonl'), LINES.slice(60).join('\n'));
  writeFileSync(join(folder, 'one.csv'), 'description,category\na,b\nc,b\n');
  writeFileSync(join(folder, 'map.json'), '{"apes": "mammals", "fish": null}');
  writeFileSync(join(folder, 'list.json'), '[1, 2]');
  writeFileSync(join(folder, 'categories.json'), '{"birds": {"label": "Birds", "description": "Parrots and nests."}}');
});
afterAll(() => rmSync(folder, { recursive: true }));

const evaluate = (...args: string[]): Promise<EvaluationReport> =>
  evaluation(optionsOf(args, folder), null, (line) => told.push(line));

describe('an evaluation', () => {
  it('of a file without the starter judges each ticket by a model of others', async () => {
    const report = await evaluate('--data', 'zoo.jsonl', '--fresh');
    expect(report).toMatchObject({ provider: 'local', tickets: 90, failures: 0, abstained: {} });
    expect(report.accuracy).toBeGreaterThan(0.95);
    expect(report.classes.map(({ name, support }) => [name, support])).toEqual([
      ['apes', 30],
      ['birds', 30],
      ['fish', 30],
    ]);
    expect(report.confusion.flat().reduce((sum, count) => sum + count)).toBe(90);
    expect(report.baselines.majority.accuracy).toBeCloseTo(1 / 3);
    expect(report.ece).toBeLessThan(0.2);
    expect(report.priority?.classes.map(({ name }) => name)).toEqual(['low', 'medium', 'high', 'critical']);
    expect(report.priority?.baselines.majority.accuracy).toBe(0.5);
    expect(report.coverage + report.two).toBeCloseTo(report.offered);
    expect(inWords(report)).toContain('macro-F1');
    expect(told[0]).toMatch(/^Learning and judging: 1 of 5, about \d+ s left$/);
    expect(told.at(-1)).toBe('Learning and judging: 5 of 5, done');
  });

  it('learns from one file and is tried on another', async () => {
    const report = await evaluate('--train', 'train.jsonl', '--test', 'test.jsonl', '--fresh');
    expect(report.tickets).toBe(30);
    expect(report.accuracy).toBeGreaterThan(0.9);
  });

  it('shows how figures grow with corrections, on tickets that are never fed', async () => {
    const { curve, notes } = await evaluate('--data', 'zoo.jsonl', '--curve', '0,30,500', '--seeds', '2', '--fresh');
    expect(curve?.map(({ corrections, draws }) => [corrections, draws])).toEqual([
      [0, 2],
      [30, 2],
    ]);
    expect(curve?.[1]?.accuracy).toBeGreaterThan((curve?.[0]?.accuracy ?? 1) + 0.3);
    expect(curve?.[1]).toEqual(
      expect.objectContaining({
        accuracy_sd: expect.any(Number),
        macro_f1: expect.any(Number),
        ece: expect.any(Number),
        two: expect.any(Number),
        two_right: expect.any(Number),
      }),
    );
    expect(notes.join()).toContain('500 is left out');
  });

  it('never tests on a text that was fed, also where a file holds it more than once', async () => {
    writeFileSync(join(folder, 'twice.jsonl'), [...LINES, ...LINES].join('\n'));
    const { curve } = await evaluate('--data', 'twice.jsonl', '--curve', '150', '--seeds', '1', '--fresh');
    expect(curve?.[0]?.tested).toBeLessThan(30);
  });

  it('gives the same figures each time', async () => {
    const run = async () => ({
      ...(await evaluate('--data', 'zoo.jsonl', '--curve', '40', '--seeds', '1', '--fresh')),
      ms_per_prediction: 0,
    });
    expect(await run()).toEqual(await run());
  });

  it('tells how many tickets it is tested on that it has learned from', async () => {
    const { notes } = await evaluate('--train', 'train.jsonl', '--test', 'zoo.jsonl');
    expect(notes).toEqual([expect.stringMatching(/^60 of 90 tickets of the test file stand in the training file/)]);
    expect((await evaluate('--train', 'train.jsonl', '--test', 'test.jsonl')).notes).toEqual([]);
  });

  it('counts categories as a map says', async () => {
    const report = await evaluate(
      '--data',
      'zoo.jsonl',
      '--map',
      'map.json',
      '--categories',
      'categories.json',
      '--fresh',
    );
    expect(report.classes.map(({ name }) => name)).toEqual(['birds', 'mammals']);
    expect(report.notes).toEqual([expect.stringContaining('30 of 90 rows')]);
  });

  it.each([
    [[], 'Give a file of tickets'],
    [['--data', 'zoo.jsonl', '--provider', 'mystic'], '--provider must be local or openai.'],
    [['--data', 'zoo.jsonl', '--train', 'train.jsonl', '--test', 'test.jsonl'], 'not both'],
    [['--train', 'train.jsonl'], 'go together'],
    [['--data', 'zoo.jsonl', '--curve', '0,many'], '“many”'],
    [['--data', 'zoo.jsonl', '--seeds', '0'], '--seeds'],
    [['--data', 'zoo.jsonl', '--provider', 'openai', '--curve', '0'], 'leave --curve out'],
    [['--data', 'zoo.jsonl', '--map', 'nowhere.json'], 'cannot be read'],
    [['--data', 'zoo.jsonl', '--map', 'list.json'], 'must be an object'],
    [['--data', 'zoo.jsonl', '--colour'], "Unknown option '--colour'"],
    [['zoo.jsonl'], 'Unexpected argument'],
    [['--data', 'one.csv'], 'nothing to tell apart'],
    [['--data', 'nowhere.csv'], 'there is no such file'],
  ])('refuses %j in one sentence', async (args, words) => {
    await expect(async () => evaluate(...args)).rejects.toThrow(words);
  });
});
