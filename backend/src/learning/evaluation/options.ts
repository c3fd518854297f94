import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { LearnableCategory } from '../domain/lesson.ts';
import { BadInput } from './bad-input.ts';
import type { CategoryMap } from './labelled-tickets.ts';

/** What `npm run evaluate` is asked for. Files are absolute. */
export interface EvaluationOptions {
  readonly data: string | null;
  readonly train: string | null;
  readonly test: string | null;
  readonly provider: 'local' | 'openai';
  readonly curve: readonly number[] | null;
  readonly seeds: number;
  readonly map: CategoryMap;
  readonly categories: readonly LearnableCategory[] | null;
  readonly fresh: boolean;
  readonly json: string | null;
}

/** How it is asked. */
export const USAGE =
  'Usage: npm run evaluate -- --data tickets.csv [--provider local|openai] [--curve 0,20,50,100,500,1000] [--seeds 5] [--map map.json] [--categories categories.json] [--fresh] [--train FILE --test FILE] [--json out.json]';

const OPTIONS = {
  data: { type: 'string' },
  train: { type: 'string' },
  test: { type: 'string' },
  provider: { type: 'string', default: 'local' },
  curve: { type: 'string' },
  seeds: { type: 'string', default: '5' },
  map: { type: 'string' },
  categories: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  json: { type: 'string' },
} as const;

/** Whether somebody only wants to know how it is asked. */
export function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help');
}

/**
 * @param folder where relative names of files begin.
 * @throws BadInput saying what cannot be used.
 */
export function optionsOf(args: readonly string[], folder: string): EvaluationOptions {
  const given = parsed(args);
  const file = (name: string | undefined): string | null => (name === undefined ? null : resolve(folder, name));
  const { data, train, test, provider, fresh } = given;
  if (provider !== 'local' && provider !== 'openai') throw new BadInput('--provider must be local or openai.');
  if ((train === undefined) !== (test === undefined)) throw new BadInput('--train and --test go together.');
  if (data !== undefined && train !== undefined) throw new BadInput('Give --data, or --train and --test, not both.');
  if (data === undefined && train === undefined) throw new BadInput(`Give a file of tickets. ${USAGE}`);
  const curve = given.curve === undefined ? null : pointsOf(given.curve);
  if (provider === 'openai' && curve)
    throw new BadInput('--curve shows how the desk learns; an LLM does not: leave --curve out.');
  return {
    ...{ data: file(data), train: file(train), test: file(test), json: file(given.json) },
    ...{ provider, curve, fresh },
    seeds: countOf('--seeds', given.seeds, 1),
    map: given.map === undefined ? new Map() : mapIn(resolve(folder, given.map)),
    categories: given.categories === undefined ? null : categoriesIn(resolve(folder, given.categories)),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    const [words = ''] = (error as Error).message.split(/\.\s/, 1);
    throw new BadInput(`${words.replace(/\.$/, '')}. ${USAGE}`);
  }
}

function pointsOf(text: string): number[] {
  const points = text.split(',').map((part) => countOf('--curve', part.trim(), 0));
  return [...new Set(points)].sort((one, other) => one - other);
}

function countOf(name: string, text: string, least: number): number {
  const count = /^\d{1,7}$/.test(text) ? Number(text) : -1;
  if (count < least) throw new BadInput(`${name} takes whole numbers from ${String(least)}, not “${text}”.`);
  return count;
}

function mapIn(file: string): CategoryMap {
  const value = jsonIn(file);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadInput(`${file} must be an object like {"from": "to"}.`);
  }
  return new Map(
    Object.entries(value as Record<string, unknown>).map(([from, to]) => {
      if (typeof to !== 'string' && to !== null)
        throw new BadInput(`${file} must map “${from}” to a name, or to null to leave it out.`);
      return [from.trim(), to === null ? null : to.trim()];
    }),
  );
}

/** A list of `{"key", "label", "description"}`, or an object from keys to labels and descriptions. */
function categoriesIn(file: string): LearnableCategory[] {
  const value = jsonIn(file);
  const entries = Array.isArray(value)
    ? value.map((entry: unknown) => fieldsOf(entry))
    : Object.entries(fieldsOf(value)).map(([key, entry]) => ({ ...fieldsOf(entry), key }));
  const categories = entries.map((entry) => {
    const { key, label, description } = entry as Record<string, unknown>;
    if (typeof key !== 'string' || key.trim() === '') throw new BadInput(`Each category of ${file} needs a key.`);
    return {
      key: key.trim(),
      label: typeof label === 'string' ? label : key,
      description: typeof description === 'string' ? description : '',
    };
  });
  if (categories.length === 0) throw new BadInput(`${file} holds no categories.`);
  return categories;
}

function fieldsOf(entry: unknown): Record<string, unknown> {
  if (typeof entry === 'string') return { key: entry, description: entry };
  return typeof entry === 'object' && entry !== null ? { ...entry } : {};
}

function jsonIn(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new BadInput(`${file} cannot be read.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new BadInput(`${file} is no JSON.`);
  }
}
