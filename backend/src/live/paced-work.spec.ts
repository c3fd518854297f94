import { jest } from '@jest/globals';
import { PacedWork } from './paced-work.ts';

const GAP_MS = 100;

let turns: PromiseWithResolvers<void>[];
let failed: jest.Mock;
let paced: PacedWork;
beforeEach(() => {
  jest.useFakeTimers();
  turns = [];
  failed = jest.fn();
  paced = new PacedWork(
    () => {
      const turn = Promise.withResolvers<void>();
      turns.push(turn);
      return turn.promise;
    },
    { gapMs: GAP_MS, failed },
  );
});
afterEach(() => jest.useRealTimers());

const end = (turn: number) => {
  turns[turn]?.resolve();
  return jest.advanceTimersByTimeAsync(0);
};
const fail = (turn: number) => {
  turns[turn]?.reject(new Error(`turn ${String(turn)}`));
  return jest.advanceTimersByTimeAsync(0);
};

describe('work at a pace', () => {
  it('is done at once, and once for all who ask until it begins', async () => {
    for (let n = 0; n < 3; n += 1) paced.soon();
    await jest.advanceTimersByTimeAsync(0);
    expect(turns).toHaveLength(1);
  });

  it('is done again when the gap is over, for all who asked meanwhile, and not by itself', async () => {
    paced.soon();
    await jest.advanceTimersByTimeAsync(0);
    paced.soon();
    await end(0);
    paced.soon();
    await jest.advanceTimersByTimeAsync(GAP_MS - 1);
    expect(turns).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(turns).toHaveLength(2);
    await end(1);
    await jest.advanceTimersByTimeAsync(10 * GAP_MS);
    expect(turns).toHaveLength(2);
  });

  it('that takes longer than the gap is done once more when it ends, never twice at a time', async () => {
    paced.soon();
    await jest.advanceTimersByTimeAsync(0);
    for (let n = 0; n < 5; n += 1) {
      paced.soon();
      await jest.advanceTimersByTimeAsync(GAP_MS);
    }
    expect(turns).toHaveLength(1);
    await end(0);
    expect(turns).toHaveLength(2);
    await end(1);
    await jest.advanceTimersByTimeAsync(10 * GAP_MS);
    expect(turns).toHaveLength(2);
  });

  it('that somebody waits for begins after they asked, whatever the pace, and tells them how it ended', async () => {
    const first = paced.now();
    const [second, third] = [paced.now(), paced.now()];
    expect(turns).toHaveLength(1);
    await end(0);
    await first;
    expect(turns).toHaveLength(2);
    const outcome = Promise.all([second, third].map((asked) => expect(asked).rejects.toThrow('turn 1')));
    await fail(1);
    await outcome;
    expect(failed).not.toHaveBeenCalled();
  });

  it('that fails is told once, until it has gone well again', async () => {
    const inTurn = async (how: (turn: number) => Promise<void>) => {
      paced.soon();
      await jest.advanceTimersByTimeAsync(GAP_MS);
      await how(turns.length - 1);
    };
    await inTurn(fail);
    await inTurn(fail);
    expect(failed.mock.calls).toEqual([[new Error('turn 0')]]);
    await inTurn(end);
    await inTurn(fail);
    expect(failed.mock.calls.slice(1)).toEqual([[new Error('turn 3')]]);
  });

  it('that is stopped begins nothing more, and waits for what has begun', async () => {
    paced.soon();
    await jest.advanceTimersByTimeAsync(0);
    paced.soon();
    let isStopped = false;
    const stopping = paced.stop().then(() => (isStopped = true));
    await jest.advanceTimersByTimeAsync(GAP_MS);
    expect(isStopped).toBe(false);
    await end(0);
    await stopping;
    paced.soon();
    await jest.advanceTimersByTimeAsync(10 * GAP_MS);
    expect(turns).toHaveLength(1);
  });
});
