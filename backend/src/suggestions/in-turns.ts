import DataLoader from 'dataloader';

/** Milliseconds after which a turn that has not ended lets the next one begin beside it. */
const PATIENCE_MS = 100;
/** One turn takes no more than this. */
const MOST = 100;

/**
 * Does for many at once what each asks for: what is asked while a turn is under way goes together in the next one, so nobody waits
 * who comes alone. Everybody gets their own result once their turn has ended, or why it failed. A turn that hangs holds the others
 * up for a moment only.
 *
 * @param work gives a result, or an error, for each of the things that were asked, in their order.
 */
export function inTurns<Asked, Result>(
  work: (asked: readonly Asked[]) => Promise<readonly (Result | Error)[]>,
): (asked: Asked) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let isUnderWay = false;
  const begin = (turn: () => void): void => {
    isUnderWay = true;
    // By then all that came in the same breath is there.
    setImmediate(turn);
  };
  const goOn = (): void => {
    isUnderWay = false;
    const next = waiting.shift();
    if (next) begin(next);
  };
  const loader = new DataLoader<Asked, Result>(
    async (asked) => {
      const turn = Promise.withResolvers<void>();
      const impatience = setTimeout(turn.resolve, PATIENCE_MS);
      void turn.promise.then(goOn);
      try {
        return await work(asked);
      } finally {
        clearTimeout(impatience);
        turn.resolve();
      }
    },
    {
      ...{ cache: false, maxBatchSize: MOST },
      batchScheduleFn: (turn) => {
        if (isUnderWay) waiting.push(turn);
        else begin(turn);
      },
    },
  );
  return (asked) => loader.load(asked);
}
