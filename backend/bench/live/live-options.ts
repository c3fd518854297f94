import { parseArgs } from 'node:util';

export const HELP = `npm run bench:live -- --size 10000 --streams 500 --changes 50 --seconds 10

Measures what it costs one process of the API to hold streams of events open, and how long after a change of a ticket they
tell of it, at a desk of made-up tickets (the one that npm run bench keeps; it is made when there is none, and a copy of it
is used).

  --size N        how many tickets the desk has (10000)
  --streams N     how many streams are open (500)
  --changes N     how many tickets are changed in a second, at even distances (50)
  --seconds N     for how long (10)
  --json FILE     writes all figures as JSON, with machine, versions and commit
  --markdown FILE measures nothing: prints the figures of such a file as a table in Markdown; several may be given
`;

export interface LiveOptions {
  readonly size: number;
  readonly streams: number;
  readonly changes: number;
  readonly seconds: number;
  readonly json: string | null;
  /** Files to print in place of measuring. */
  readonly markdown: readonly string[];
}

/** Null when what is given cannot be read, or help is asked for. */
export function readLiveOptions(given: string[]): LiveOptions | null {
  const { values } = parseArgs({
    args: given,
    options: {
      size: { type: 'string', default: '10000' },
      streams: { type: 'string', default: '500' },
      changes: { type: 'string', default: '50' },
      seconds: { type: 'string', default: '10' },
      json: { type: 'string' },
      markdown: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [size, streams] = [Number(values.size), Number(values.streams)];
  const [changes, seconds] = [Number(values.changes), Number(values.seconds)];
  const isReadable =
    [size, streams].every((number) => Number.isSafeInteger(number) && number > 0) && changes > 0 && seconds > 0;
  if (values.help || !isReadable) return null;
  return { size, streams, changes, seconds, json: values.json ?? null, markdown: values.markdown };
}
