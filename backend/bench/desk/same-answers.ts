import { isDeepStrictEqual } from 'node:util';
import type { BenchRequest, Operation } from './bench-request.ts';
import type { BenchedServer } from './benched-server.ts';

/** Of each operation so many requests are compared. */
const COMPARED = 4;

interface ListBody {
  readonly results?: readonly { readonly id?: number; readonly name?: string; readonly count?: number }[];
  readonly count?: number;
  readonly count_exact?: boolean;
  readonly next_cursor?: string | null;
}

/**
 * Asks every server the same, before anything is changed, and gives in words what they answer differently: the tickets of
 * a page in their order, counts that both call exact, figures.
 */
export async function differences(
  servers: readonly BenchedServer[],
  operations: readonly Operation[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { comparable, hasLimit, requests } of operations) {
    if (!comparable) continue;
    for (const request of requests.slice(0, COMPARED)) {
      const asked = servers.filter(({ isLimit }) => hasLimit || !isLimit);
      const answers = await Promise.all(asked.map((server) => answerOf(server, request)));
      const [first] = answers;
      for (const [index, answer] of answers.entries()) {
        if (first && !isSame(first, answer))
          found.push(
            `${request.path}: ${asked[0]?.name ?? ''} ${JSON.stringify(told(first))}, ` +
              `${asked[index]?.name ?? ''} ${JSON.stringify(told(answer))}`,
          );
      }
    }
  }
  return found;
}

async function answerOf({ url, callers }: BenchedServer, { path }: BenchRequest): Promise<ListBody> {
  const answer = await fetch(`${url}${path}`, { headers: callers[0] ?? {} });
  if (!answer.ok) throw new Error(`${url}${path} answers ${String(answer.status)}: ${await answer.text()}`);
  return (await answer.json()) as ListBody;
}

function isSame(one: ListBody, other: ListBody): boolean {
  const counted = [one, other].every(({ count_exact: exact }) => exact);
  const shared = Math.min(
    ...[one, other].map(({ results, next_cursor: next }) => (next ? (results ?? []).length : Infinity)),
  );
  return isDeepStrictEqual(told(one, counted, shared), told(other, counted, shared));
}

/**
 * What has to be the same: the page, or all figures but the moment they are of. A page may end early, with a cursor to go on
 * from: then so many of its tickets count.
 */
function told(
  { results, count, count_exact: exact, ...body }: ListBody,
  counted = exact === true,
  shared = Infinity,
): object {
  if (!results) return { ...body, as_of: null };
  const named = results.map(({ id, name, count: ofView }) => id ?? `${name ?? ''} ${String(ofView)}`);
  return { results: named.slice(0, shared), ...(counted && { count }) };
}
