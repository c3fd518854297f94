import { jest } from '@jest/globals';
import type { Author } from '../common/author.ts';
import { ClientWentAway, TooManyRequests } from '../common/problems/domain-error.ts';
import type { Settings } from '../config/settings.ts';
import { SearchTurns } from './search-turns.service.ts';

const person = (userId: number): Author => ({ userId, via: 'web', tokenId: null, address: '127.0.0.1' });
const stay = new AbortController().signal;

/** Searches that run until they are let go; `running` are those whose turn it is. */
function searchesOf(turns: SearchTurns) {
  const running: { who: number; finish: () => void }[] = [];
  const start = (who: number, gone = stay) =>
    turns.take(person(who), gone, () => new Promise<void>((finish) => running.push({ who, finish })));
  return { running, start, whose: () => running.map(({ who }) => who) };
}

const turnsOf = (poolSize: number, statementTimeoutMs = 0) =>
  new SearchTurns({ database: { poolSize, statementTimeoutMs } } as Settings);
/** Until everything that can go on has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('turns of searches', () => {
  it.each([
    [1, 1],
    [10, 3],
    [30, 10],
  ])('leave of %i connections all but %i', async (poolSize, atOnce) => {
    const { start, running } = searchesOf(turnsOf(poolSize));
    for (let who = 1; who <= 30; who++) void start(who);
    await settled();
    expect(running).toHaveLength(atOnce);
  });

  it('give a caller two at once, and the next caller does not wait for the rest', async () => {
    const { start, running, whose } = searchesOf(turnsOf(10));
    for (let n = 0; n < 5; n++) void start(1);
    void start(2);
    await settled();
    expect(whose()).toEqual([1, 1, 2]);
    running[0]?.finish();
    await settled();
    expect(whose()).toEqual([1, 1, 2, 1]);
  });

  it('refuse a caller who has six waiting, and nobody else, until there is room again', async () => {
    const { start, running } = searchesOf(turnsOf(10));
    for (let n = 0; n < 8; n++) void start(1);
    await settled();
    const refusal: unknown = await start(1).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(TooManyRequests);
    expect(refusal).toMatchObject({ retryAfterSeconds: 1 });
    void start(2);
    await settled();
    expect(running).toHaveLength(3);
    running[0]?.finish();
    await settled();
    void start(1);
    await settled();
    expect(running).toHaveLength(4);
  });

  it('pass over who has gone away', async () => {
    const { start, running, whose } = searchesOf(turnsOf(3));
    const gone = new AbortController();
    void start(1);
    const left = start(2, gone.signal);
    void start(3);
    gone.abort();
    running[0]?.finish();
    await expect(left).rejects.toThrow(ClientWentAway);
    await settled();
    expect(whose()).toEqual([1, 3]);
  });

  it.each([
    [10, 1, 'dear'],
    [19, 1, 'dear'],
    [30, 3, 'dear'],
    [10, 1, 'heavy'],
    [16, 2, 'heavy'],
  ] as const)(
    'of %i connections are %i at once for what is %s, and the others do not wait for it',
    async (poolSize, atOnce, weight) => {
      const turns = turnsOf(poolSize);
      const { start, running } = searchesOf(turns);
      const finished: (() => void)[] = [];
      const few = (who: number) =>
        turns.takeOfFew(weight, person(who), stay, () => new Promise<void>((end) => finished.push(end)));
      for (let who = 1; who <= 10; who++) void few(who);
      await settled();
      expect(finished).toHaveLength(atOnce);
      void start(11);
      await settled();
      expect(running).toHaveLength(1);
      finished[0]?.();
      await settled();
      expect(finished).toHaveLength(atOnce + 1);
    },
  );

  it('for what is dear are refused as soon as a statement may not take longer, whatever runs then', async () => {
    const enough = new AbortController();
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(enough.signal);
    const turns = turnsOf(10, 30_000);
    let finish: () => void = () => undefined;
    const first = turns.takeOfFew('dear', person(1), stay, () => new Promise<void>((end) => (finish = end)));
    await settled();
    const work = jest.fn(() => Promise.resolve());
    const late = turns.takeOfFew('dear', person(2), stay, work);
    enough.abort();
    await expect(late).rejects.toMatchObject({ code: 'database_timeout' });
    finish();
    await first;
    await settled();
    await expect(turns.takeOfFew('dear', person(3), AbortSignal.abort(), work)).rejects.toThrow(ClientWentAway);
    expect(timeout).toHaveBeenCalledWith(30_000);
    expect(work).not.toHaveBeenCalled();
    timeout.mockRestore();
  });
});
