import { Injectable } from '@nestjs/common';
import { type Job, type JobData, type JobHandler, definedJobs } from './job.ts';

/** Thrown when jobs are set up in a way that nobody can mean; the message is one sentence that names the job. */
export class JobSetupError extends Error {}

/** A job with the one who does it. */
export interface HandledJob {
  readonly job: Job;
  readonly handler: JobHandler<JobData>;
}

/** Who does which job. Everybody tells while the modules are being set up; then the whole is checked. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<Job, JobHandler<JobData>>();

  /** @throws JobSetupError when somebody does this job already. */
  add<Data extends JobData>(job: Job<Data>, handler: JobHandler<Data>): void {
    if (this.handlers.has(job)) throw new JobSetupError(`The job "${job.name}" has two handlers.`);
    // A job's data has the type that its name stands for: `send` saw to that.
    this.handlers.set(job, handler as JobHandler<JobData>);
  }

  /**
   * Every job with the one who does it.
   *
   * @throws JobSetupError when two jobs have one name, or nobody does a job.
   */
  complete(jobs: readonly Job[] = definedJobs()): HandledJob[] {
    const names = new Set<string>();
    return jobs.map((job) => {
      if (names.has(job.name)) throw new JobSetupError(`Two jobs are called "${job.name}".`);
      names.add(job.name);
      const handler = this.handlers.get(job);
      if (!handler) throw new JobSetupError(`The job "${job.name}" has no handler.`);
      return { job, handler };
    });
  }
}
