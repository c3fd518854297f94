import type { BenchRequest, Operation } from './bench-request.ts';
import { SEARCH_KINDS, type SearchKind } from './searches.ts';
import type { Subjects } from './subjects.ts';

const STATUSES = ['in_progress', 'open'];
/** What agents do with a desk, in a hundred requests: four fifths of it is reading. */
const MIXED = { newest: 18, filtered: 14, usual: 20, search: 14, figures: 4, read: 10, change: 14, create: 6 };

/**
 * Every operation of the bench, about what is on the desk. Searches leave out the count, as those of the web app do until
 * the rows are there.
 */
export function operationsOn(
  subjects: Subjects,
  searches: Readonly<Record<SearchKind, readonly string[]>>,
): readonly Operation[] {
  const { cells, farCursor, texts } = subjects;
  const newest = [get('/api/tickets')];
  const filtered = cells.map((cell) => get(`/api/tickets?${new URLSearchParams(cell).toString()}`));
  const usual = [get('/api/tickets?status=open,in_progress&sort=most_urgent'), get('/api/tickets/views')];
  const created = texts.map((text): BenchRequest => ({
    method: 'POST',
    path: '/api/tickets',
    body: { ...text, category: 'general', priority: 'medium' },
  }));
  const search = (kind: SearchKind, more: { readonly count?: 'false' } = { count: 'false' }): BenchRequest[] =>
    searches[kind].map((words) => get(`/api/tickets?${new URLSearchParams({ search: words, ...more }).toString()}`));
  const change = changesOf(subjects.changeable);
  const figures = [get('/api/tickets/stats')];
  const kinds = Object.keys(SEARCH_KINDS) as SearchKind[];
  const counted = kinds.flatMap((kind) => search(kind, {}));
  return [
    reading('list', 'list, newest 20', newest),
    reading('filters', 'category + priority + status', filtered),
    reading('default', 'unresolved, most urgent first, with the counts of the tabs', usual),
    reading('page500', 'page 500', [get(`/api/tickets?cursor=${farCursor}`)]),
    ...kinds.map((kind) => reading(`search-${kind}`, SEARCH_KINDS[kind], search(kind))),
    // The limit counts nothing that it searches for.
    { ...reading('search-counted', 'search of every kind, with the count', counted), hasLimit: false },
    ...besideSearches(newest, searches, farCursor),
    reading('stats', 'statistics', figures),
    reading('dashboard', 'dashboard, days of another time zone', [get('/api/tickets/stats?tz=Europe/Helsinki')]),
    { ...reading('change', 'change status', []), next: change, comparable: false },
    { ...reading('create', 'create', created), comparable: false },
    {
      ...reading('classify', 'classify by the built-in suggester', classifying(texts)),
      ...{ comparable: false, hasLimit: false },
    },
    {
      ...reading('mixed', 'mixed 80/20 at half of saturation', []),
      ...{ comparable: false, atHalf: true },
      next: mixture({
        ...{ newest, filtered, usual, figures, create: created },
        search: kinds.flatMap((kind) => search(kind)),
        read: subjects.changeable.map((id) => get(`/api/tickets/${String(id)}`)),
        change,
      }),
    },
  ];
}

/** A cheap read beside ten callers with the dearest searches there are. The limit protects nobody from them. */
function besideSearches(
  requests: readonly BenchRequest[],
  { phrase, apart, two }: Readonly<Record<SearchKind, readonly string[]>>,
  cursor: string,
): readonly Operation[] {
  const asked = (texts: readonly string[], more: Readonly<Record<string, string>>): BenchRequest[] =>
    texts.map((text) => get(`/api/tickets?${new URLSearchParams({ search: text, ...more }).toString()}`));
  const beside = (name: string, what: string, others: readonly BenchRequest[]): Operation => ({
    ...reading(`beside-${name}`, `list, newest 20, beside ten callers with ${what}`, requests),
    ...{ hasLimit: false, beside: others },
  });
  return [
    beside('phrases', 'phrases', asked(phrase, { count: 'false' })),
    beside('counts', 'counted words that are frequent or never meet', asked([...apart, ...two], {})),
    beside(
      'pages',
      'later pages of phrases and words that never meet',
      asked([...phrase, ...apart], { count: 'false', cursor }),
    ),
  ];
}

function reading(name: string, title: string, requests: readonly BenchRequest[]): Operation {
  return { name, title, requests, comparable: true, hasLimit: true };
}

function get(path: string): BenchRequest {
  return { method: 'GET', path };
}

function classifying(texts: Subjects['texts']): BenchRequest[] {
  return texts.map((text) => ({ method: 'POST', path: '/api/tickets/classify', body: text }));
}

/** Each ticket in turn becomes in progress; when all are, each becomes open again. */
export function changesOf(ids: readonly number[]): () => BenchRequest {
  let turn = 0;
  return () => {
    const status = STATUSES[Math.floor(turn / ids.length) % STATUSES.length];
    const path = `/api/tickets/${String(ids[turn % ids.length])}`;
    turn += 1;
    return { method: 'PATCH', path, body: { status } };
  };
}

type Share = keyof typeof MIXED;

/** Requests of each kind as often as its share says, in an order that mixes them well and is always the same. */
function mixture(parts: Readonly<Record<Share, readonly BenchRequest[] | (() => BenchRequest)>>): () => BenchRequest {
  const shares = Object.keys(MIXED) as Share[];
  const order = shares.flatMap((share) => Array.from({ length: MIXED[share] }, () => share));
  const turns = new Map<Share, number>();
  let place = 0;
  return () => {
    // A step that shares no divisor with a hundred comes by everything.
    place = (place + 37) % order.length;
    const share = order[place] ?? 'newest';
    const part = parts[share];
    if (typeof part === 'function') return part();
    const turn = turns.get(share) ?? 0;
    turns.set(share, turn + 1);
    return part[turn % part.length] ?? get('/api/tickets');
  };
}
