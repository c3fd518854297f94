import { parseArgs } from 'node:util';

export const HELP = `npm run bench -- --size 10000,1000000

Measures what every operation of the API costs, in turns with the limit of the machine: Fastify and pg alone, with the best
SQL for the same answers. The tickets are made up and kept: in DATABASE_URL, or in the built-in PostgreSQL with its data in
DATA_DIR (.data/bench when it is not set). A million takes some minutes to load; every run works on a copy.

  --size N,N          how many tickets (10000)
  --only NAME,NAME    operations whose name begins so: list, filters, default, page500, search-rare, search-counted, beside,
                      stats, dashboard, change, create, classify, mixed, …
  --seconds N         how long each is measured at each server (4)
  --server NAME=URL   one more server with the same paths; it may be given several times. Its answers are compared
                      and measured like those of the desk, whose token it is sent
  --build NAME=DIR    one more build of the API (in place of dist/backend), started over the same database: what it was
                      before a change, say
  --json FILE         writes all figures as JSON, with machine, versions and commit
  --markdown FILE     measures nothing: prints the figures of such a file as a table in Markdown; several may be given,
                      of other sizes or operations
`;

export interface BenchOptions {
  readonly sizes: readonly number[];
  readonly only: readonly string[];
  readonly seconds: number;
  readonly others: readonly { readonly name: string; readonly url: string }[];
  readonly builds: readonly { readonly name: string; readonly folder: string }[];
  readonly json: string | null;
  /** Files to print in place of measuring. */
  readonly markdown: readonly string[];
}

/** Null when what is given cannot be read, or help is asked for. */
export function readOptions(given: string[]): BenchOptions | null {
  const { values } = parseArgs({
    args: given,
    options: {
      size: { type: 'string', default: '10000' },
      only: { type: 'string', default: '' },
      seconds: { type: 'string', default: '4' },
      server: { type: 'string', multiple: true, default: [] },
      build: { type: 'string', multiple: true, default: [] },
      json: { type: 'string' },
      markdown: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const sizes = values.size.split(',').map(Number);
  const seconds = Number(values.seconds);
  const others = values.server.map(named).map(({ name, value }) => ({ name, url: value }));
  const builds = values.build.map(named).map(({ name, value }) => ({ name, folder: value }));
  const isReadable =
    sizes.every((size) => Number.isSafeInteger(size) && size > 0) &&
    seconds > 0 &&
    others.every(({ name, url }) => name !== '' && URL.canParse(url)) &&
    builds.every(({ name, folder }) => name !== '' && folder !== '');
  if (values.help || !isReadable) return null;
  const only = values.only.split(',').filter(Boolean);
  return { sizes, seconds, others, builds, only, json: values.json ?? null, markdown: values.markdown };
}

/** `name=value`, of which the value may have more such signs. */
function named(given: string): { readonly name: string; readonly value: string } {
  const [name = '', ...value] = given.split('=');
  return { name, value: value.join('=') };
}
