import { JobHandlers, JobSetupError } from './job-handlers.ts';
import type { Job } from './job.ts';

const job = (name: string): Job<{ greeting: string }> => ({ name, options: {} });
const doIt = () => Promise.resolve();

describe('the jobs and those who do them', () => {
  it('are put together', () => {
    const [tidy, greet] = [job('tidy'), job('greet')];
    const handlers = new JobHandlers();
    handlers.add(greet, doIt);
    handlers.add(tidy, doIt);
    expect(handlers.complete([tidy, greet])).toEqual([
      { job: tidy, handler: doIt },
      { job: greet, handler: doIt },
    ]);
  });

  it('do not fit when nobody does a job', () => {
    const handlers = new JobHandlers();
    handlers.add(job('tidy'), doIt);
    expect(() => handlers.complete([job('greet')])).toThrow(new JobSetupError('The job "greet" has no handler.'));
  });

  it('do not fit when two do the same job', () => {
    const handlers = new JobHandlers();
    const greet = job('greet');
    handlers.add(greet, doIt);
    expect(() => handlers.add(greet, doIt)).toThrow(new JobSetupError('The job "greet" has two handlers.'));
  });

  it('do not fit when two jobs have one name', () => {
    const handlers = new JobHandlers();
    const twins = [job('greet'), job('greet')];
    for (const twin of twins) handlers.add(twin, doIt);
    expect(() => handlers.complete(twins)).toThrow(new JobSetupError('Two jobs are called "greet".'));
  });

  it('fit by what the job carries, or the compiler refuses them', () => {
    const count = ({ data }: { data: { greeting: number } }) => Promise.reject(new Error(data.greeting.toFixed()));
    // @ts-expect-error: the job carries a greeting, which is a text.
    expect(() => new JobHandlers().add(job('greet'), count)).not.toThrow();
  });
});
