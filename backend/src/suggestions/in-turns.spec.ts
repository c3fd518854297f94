import { inTurns } from './in-turns.ts';

/** Work whose turns end when they are told to, and what each was asked. */
function turns() {
  const asked: (readonly number[])[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const ask = inTurns<number, number>((numbers) => {
    asked.push(numbers);
    const { promise, resolve, reject } = Promise.withResolvers<number[]>();
    ends.push((error) => (error ? reject(error) : resolve(numbers.map((number) => 10 * number))));
    return promise;
  });
  const begun = async (count: number): Promise<void> => {
    while (asked.length < count) await new Promise(setImmediate);
  };
  return { ask, asked, ends, begun };
}

describe('what many ask for', () => {
  it('is done together when it is asked while a turn is under way, and each gets their own', async () => {
    const { ask, asked, ends, begun } = turns();
    const first = ask(1);
    await begun(1);
    const others = [ask(2), ask(3), ask(3)];
    ends[0]?.();
    expect(await first).toBe(10);
    await begun(2);
    ends[1]?.();
    expect(await Promise.all(others)).toEqual([20, 30, 30]);
    expect(asked).toEqual([[1], [2, 3, 3]]);
  });

  it('goes on after a turn that failed', async () => {
    const { ask, ends, begun } = turns();
    const first = ask(1);
    await begun(1);
    const second = ask(2);
    ends[0]?.(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    await begun(2);
    ends[1]?.();
    expect(await second).toBe(20);
  });

  it('does not wait for a turn that hangs', async () => {
    const { ask, ends, begun } = turns();
    const hanging = ask(1);
    await begun(1);
    const second = ask(2);
    await begun(2);
    ends[1]?.();
    expect(await second).toBe(20);
    ends[0]?.();
    expect(await hanging).toBe(10);
  });

  it('is divided where it is too much for one turn', async () => {
    const { ask, asked, ends, begun } = turns();
    const all = Array.from({ length: 150 }, (_, at) => ask(at));
    await begun(1);
    ends[0]?.();
    await begun(2);
    ends[1]?.();
    expect(await Promise.all(all)).toHaveLength(150);
    expect(asked.map(({ length }) => length)).toEqual([100, 50]);
  });

  it('fails alone where only one thing failed', async () => {
    const ask = inTurns<number, number>(async (numbers) => numbers.map((n) => (n === 2 ? new Error('not two') : n)));
    const outcomes = await Promise.allSettled([ask(1), ask(2), ask(3)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
