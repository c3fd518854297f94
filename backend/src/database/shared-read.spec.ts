import { jest } from '@jest/globals';
import { PATIENCE_MS, SharedRead } from './shared-read.ts';

/** A read that is answered by hand: what each was asked, and how to end it. */
function readByHand(most?: number) {
  const begun: { readonly asked: readonly string[]; readonly ended: PromiseWithResolvers<string> }[] = [];
  const shared = new SharedRead<string, string>((asked) => {
    const ended = Promise.withResolvers<string>();
    begun.push({ asked, ended });
    return ended.promise;
  }, most);
  return { shared, begun };
}

/** Lets all that has been decided happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a shared read', () => {
  it('begins at once for whoever asks while nothing is being read', async () => {
    const { shared, begun } = readByHand();
    const answer = shared.ask('a');
    expect(begun.map(({ asked }) => asked)).toEqual([['a']]);
    begun[0]?.ended.resolve('first');
    expect(await answer).toBe('first');
    expect(shared.isIdle).toBe(true);
    void shared.ask('b');
    expect(begun).toHaveLength(2);
  });

  it('is never one that had begun before it was asked for: who comes meanwhile shares the next', async () => {
    const { shared, begun } = readByHand();
    const first = shared.ask('a');
    const later = [shared.ask('b'), shared.ask('c')];
    await settle();
    expect(begun).toHaveLength(1);
    begun[0]?.ended.resolve('first');
    expect(await first).toBe('first');
    await settle();
    expect(begun.map(({ asked }) => asked)).toEqual([['a'], ['b', 'c']]);
    const latest = shared.ask('d');
    begun[1]?.ended.resolve('second');
    expect(await Promise.all(later)).toEqual(['second', 'second']);
    await settle();
    begun[2]?.ended.resolve('third');
    expect(await latest).toBe('third');
    expect(begun.map(({ asked }) => asked)).toEqual([['a'], ['b', 'c'], ['d']]);
    await settle();
    expect(shared.isIdle).toBe(true);
  });

  it('fails for all who shared it, and for nobody after them', async () => {
    const { shared, begun } = readByHand();
    const first = shared.ask('a');
    const later = Promise.allSettled([shared.ask('b'), shared.ask('c')]);
    begun[0]?.ended.resolve('first');
    await first;
    await settle();
    const latest = shared.ask('d');
    begun[1]?.ended.reject(new Error('lost'));
    expect((await later).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await settle();
    begun[2]?.ended.resolve('third');
    expect(await latest).toBe('third');
  });

  it('is divided where it is too much for one, and one part begins when that before it is over', async () => {
    const { shared, begun } = readByHand(2);
    const answers = ['a', 'b', 'c', 'd', 'e', 'f'].map((asked) => shared.ask(asked));
    for (const part of ['a', 'bc', 'de', 'f']) {
      await settle();
      expect(begun.at(-1)?.asked.join('')).toBe(part);
      begun.at(-1)?.ended.resolve(part);
    }
    expect(await Promise.all(answers)).toEqual(['a', 'bc', 'bc', 'de', 'de', 'f']);
    await settle();
    expect(shared.isIdle).toBe(true);
  });

  it('fails alone when it cannot even begin', async () => {
    let turns = 0;
    const shared = new SharedRead<string, number>(() => {
      turns += 1;
      if (turns === 1) throw new Error('cannot begin');
      return Promise.resolve(turns);
    });
    const [first, second] = await Promise.allSettled([shared.ask('a'), shared.ask('b')]);
    expect(first.status).toBe('rejected');
    expect(second).toEqual({ status: 'fulfilled', value: 2 });
  });

  it('begins beside one that hangs, when that has been waited for long enough', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const { shared, begun } = readByHand();
    const hanging = shared.ask('a');
    const later = shared.ask('b');
    await jest.advanceTimersByTimeAsync(PATIENCE_MS - 1);
    expect(begun).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(begun.map(({ asked }) => asked)).toEqual([['a'], ['b']]);
    const latest = shared.ask('c');
    begun[0]?.ended.resolve('at last');
    expect(await hanging).toBe('at last');
    await settle();
    expect(begun).toHaveLength(2);
    begun[1]?.ended.resolve('second');
    expect(await later).toBe('second');
    await settle();
    begun[2]?.ended.resolve('third');
    expect(await latest).toBe('third');
    jest.useRealTimers();
  });

  it('of a part has its own patience with the part before it', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const { shared, begun } = readByHand(1);
    const answers = ['a', 'b', 'c'].map((asked) => shared.ask(asked));
    await jest.advanceTimersByTimeAsync(PATIENCE_MS);
    expect(begun).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(PATIENCE_MS - 1);
    expect(begun).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(begun).toHaveLength(3);
    begun.forEach(({ asked, ended }) => ended.resolve(asked.join('')));
    expect(await Promise.all(answers)).toEqual(['a', 'b', 'c']);
    jest.useRealTimers();
  });
});
