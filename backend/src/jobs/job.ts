import type { Queue } from 'pg-boss';

/** What a job carries to the one who does it: plain JSON. A job that needs nothing carries nothing. */
export type JobData = Readonly<Record<string, unknown>>;

/** How the jobs of one kind are done: retries, limits of time, and when they are done of their own accord. */
export interface JobOptions extends Omit<Queue, 'name'> {
  /** When to do it of its own accord, as a cron expression in UTC. */
  readonly cron?: string;
}

/** A kind of job: its name, and with it the type of what its senders give and its handler gets. */
export interface Job<Data extends JobData = JobData> {
  readonly name: string;
  readonly options: JobOptions;
  /** Never there; it ties `Data` to the job for the compiler. */
  readonly carries?: Data;
}

/** One try of doing a job. */
export interface JobAttempt<Data extends JobData> {
  readonly data: Data;
  /** Fires when the process is about to stop or the job is taken away: end soon, and throw, so that it is done again. */
  readonly signal: AbortSignal;
  /** There is no other try after this one. */
  readonly last: boolean;
}

/** Does a job; when it throws, the job is tried again as its options say. */
export type JobHandler<Data extends JobData> = (attempt: JobAttempt<Data>) => Promise<void>;

const defined: Job[] = [];

/** Every kind of job that the code of this process defines. */
export function definedJobs(): readonly Job[] {
  return defined;
}

/** Defines a kind of job, once and for all processes. Whoever sends or handles it names what this gives. */
export function defineJob<Data extends JobData = Record<string, never>>(name: string, options: JobOptions): Job<Data> {
  const job: Job<Data> = { name, options };
  defined.push(job);
  return job;
}
