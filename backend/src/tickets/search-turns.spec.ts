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
        turns.admit(person(who), stay, (inTurn) =>
          inTurn(weight, () => new Promise<void>((end) => finished.push(end))),
        );
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

  it('let a caller go on with what is light while all of theirs that is heavy waits', async () => {
    const turns = turnsOf(10);
    const { start, running } = searchesOf(turns);
    const heavy = (who: number) =>
      turns.admit(person(who), stay, (inTurn) => inTurn('heavy', () => new Promise<void>(() => undefined)));
    void heavy(1);
    for (let n = 0; n < 7; n++) void heavy(2);
    await settled();
    void start(2);
    await settled();
    expect(running).toHaveLength(1);
    await expect(start(2)).rejects.toThrow(TooManyRequests);
  });

  it('leave a caller two at once, whatever they weigh', async () => {
    const turns = turnsOf(10);
    const { start, running } = searchesOf(turns);
    for (let n = 0; n < 2; n++) void start(1);
    const work = jest.fn(() => Promise.resolve());
    const heavy = turns.admit(person(1), stay, (inTurn) => inTurn('heavy', work));
    await settled();
    expect(work).not.toHaveBeenCalled();
    running[0]?.finish();
    await heavy;
    expect(work).toHaveBeenCalledTimes(1);
  });

  describe('of what is dear', () => {
    beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] }));
    afterEach(() => jest.useRealTimers());

    it('are refused as soon as a statement may not take longer, whatever runs then', async () => {
      const turns = turnsOf(10, 30_000);
      const dear = (who: number, work: () => Promise<void>, gone = stay) =>
        turns.admit(person(who), gone, (inTurn) => inTurn('dear', work));
      let finish: () => void = () => undefined;
      const first = dear(1, () => new Promise<void>((end) => (finish = end)));
      await settled();
      const work = jest.fn(() => Promise.resolve());
      const late = dear(2, work);
      const refused = expect(late).rejects.toMatchObject({ code: 'database_timeout' });
      jest.advanceTimersByTime(30_000);
      await refused;
      finish();
      await first;
      await settled();
      await expect(dear(3, work, AbortSignal.abort())).rejects.toThrow(ClientWentAway);
      expect(work).not.toHaveBeenCalled();
      expect(jest.getTimerCount()).toBe(0);
    });

    it('leave no timer behind when whoever waits for them goes away', async () => {
      const turns = turnsOf(10, 30_000);
      const dear = (who: number, gone = stay) =>
        turns.admit(person(who), gone, (inTurn) => inTurn('dear', () => new Promise<void>(() => undefined)));
      void dear(1);
      const gone = new AbortController();
      const left = dear(2, gone.signal);
      await settled();
      expect(jest.getTimerCount()).toBe(1);
      gone.abort();
      await expect(left).rejects.toThrow(ClientWentAway);
      expect(jest.getTimerCount()).toBe(0);
    });

    it('are waited for once in all, by a search that waits several times', async () => {
      const turns = turnsOf(10, 30_000);
      const ends: (() => void)[] = [];
      const holding = (weight: 'heavy' | 'dear', who: number) =>
        turns.admit(person(who), stay, (inTurn) => inTurn(weight, () => new Promise<void>((end) => ends.push(end))));
      void holding('heavy', 1);
      void holding('dear', 2);
      await settled();
      const late = turns.admit(person(3), stay, async (inTurn) => {
        await inTurn('heavy', () => Promise.resolve());
        return inTurn('dear', () => Promise.resolve());
      });
      const refused = expect(late).rejects.toMatchObject({ code: 'database_timeout' });
      jest.advanceTimersByTime(20_000);
      ends[0]?.();
      await settled();
      jest.advanceTimersByTime(10_000);
      await refused;
    });

    it('are not late for who need not wait', async () => {
      const turns = turnsOf(10, 30_000);
      const told = turns.admit(person(1), stay, async (inTurn) => {
        jest.advanceTimersByTime(40_000);
        return inTurn('dear', () => Promise.resolve('in time'));
      });
      expect(await told).toBe('in time');
    });
  });
});
