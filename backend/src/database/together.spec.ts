import { together } from './together.ts';

describe('what many ask for', () => {
  it('is done together when it is asked while a turn is under way, and each gets their own', async () => {
    const asked: (readonly number[])[] = [];
    const { promise: first, resolve: end } = Promise.withResolvers<number[]>();
    const ask = together<number, number>((numbers) => {
      asked.push(numbers);
      return asked.length === 1 ? first : Promise.resolve(numbers.map((number) => 10 * number));
    });
    const all = [ask(1), ask(2), ask(3), ask(3)];
    end([10]);
    expect(await Promise.all(all)).toEqual([10, 20, 30, 30]);
    expect(asked).toEqual([[1], [2, 3, 3]]);
  });

  it('fails alone where only one thing failed', async () => {
    const ask = together<number, number>(async (numbers) => numbers.map((n) => (n === 3 ? new Error('not three') : n)));
    const outcomes = await Promise.allSettled([ask(1), ask(2), ask(3), ask(4)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('fails when a result is missing, of which nobody knows whose it is', async () => {
    await expect(together(async () => [])(1)).rejects.toThrow('has a result');
  });
});
