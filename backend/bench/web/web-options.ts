import { parseArgs } from 'node:util';

export const HELP = `npm run bench:web -- --size 10000

Measures in a real browser what a person waits for, with the processor throttled, at a desk of made-up tickets (the one that
npm run bench keeps; it is made when there is none, and a copy of it is used).

  --size N        how many tickets the desk has (10000)
  --throttle N    how many times slower than this machine the browser computes (4); scrolling is measured unthrottled
  --rows N        how many rows are loaded before scrolling through them (10000)
  --json FILE     writes all figures as JSON, with machine, versions and commit
`;

export interface WebOptions {
  readonly size: number;
  readonly throttle: number;
  readonly rows: number;
  readonly json: string | null;
}

/** Null when what is given cannot be read, or help is asked for. */
export function readWebOptions(given: string[]): WebOptions | null {
  const { values } = parseArgs({
    args: given,
    options: {
      size: { type: 'string', default: '10000' },
      throttle: { type: 'string', default: '4' },
      rows: { type: 'string', default: '10000' },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [size, throttle, rows] = [values.size, values.throttle, values.rows].map(Number) as [number, number, number];
  const isReadable = [size, rows].every((number) => Number.isSafeInteger(number) && number > 0) && throttle >= 1;
  return values.help || !isReadable ? null : { size, throttle, rows, json: values.json ?? null };
}
