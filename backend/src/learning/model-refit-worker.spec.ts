import type { PinoLogger } from 'nestjs-pino';
import { type UnitOfWork } from '../database/unit-of-work.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { MODEL_REFIT } from './model-refit.job.ts';
import { type ModelRefit } from './model-refit.service.ts';
import { ModelRefitWorker } from './model-refit-worker.service.ts';

/** Learns as a job that comes to this, while nobody can be told that it has ended. Gives how often it was warned. */
async function learn(outcome: () => Promise<unknown>): Promise<number> {
  const handlers = new JobHandlers();
  let warnings = 0;
  const logger = { setContext: () => undefined, warn: () => (warnings += 1) } as unknown as PinoLogger;
  const silent = { run: () => Promise.reject(new Error('the database is away')) } as unknown as UnitOfWork;
  new ModelRefitWorker(handlers, { refit: outcome } as unknown as ModelRefit, silent, logger).onModuleInit();
  const [{ handler }] = handlers.complete([MODEL_REFIT]) as [ReturnType<JobHandlers['complete']>[number]];
  await handler({ data: {}, signal: new AbortController().signal, last: false });
  return warnings;
}

describe('learning again as a job, of whose end nobody can be told', () => {
  it('is done all the same, so that it is not done once more', async () => {
    expect(await learn(() => Promise.resolve('refit'))).toBe(1);
  });

  it('fails with what it failed with', async () => {
    await expect(learn(() => Promise.reject(new Error('too few tickets')))).rejects.toThrow('too few tickets');
  });
});
