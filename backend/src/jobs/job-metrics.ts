import { Injectable } from '@nestjs/common';
import { type Labels, Metrics } from '../metrics/metrics.ts';
import type { Job } from './job.ts';

/** In seconds, up to the quarter of an hour that the longest job may take. */
const BOUNDS = [0.05, 0.25, 1, 5, 15, 60, 300, 900];

/** How a try of doing a job ended; it is given back when the process stops, or the job was taken away. */
export type JobOutcome = 'done' | 'failed' | 'given_back';

/** Tells what became of jobs, and how many wait. Their label is `kind`, since `job` is Prometheus's own. */
@Injectable()
export class JobMetrics {
  private readonly count: (labels: Labels<'kind' | 'outcome'>) => void;
  private readonly took: (labels: Labels<'kind'>, seconds: number) => void;

  constructor(private readonly metrics: Metrics) {
    this.count = metrics.counter({
      name: 'desk_job_tries_total',
      help: 'Tries of doing a job, by their outcome: done, failed, or given_back to be done by another process.',
      labels: ['kind', 'outcome'],
    });
    this.took = metrics.duration({
      name: 'desk_job_duration_seconds',
      help: 'How long a try of doing a job took.',
      labels: ['kind'],
      bounds: BOUNDS,
    });
  }

  /** Notes that a job is begun, and gives what notes its end. */
  begin({ name: kind }: Job): (outcome: JobOutcome) => void {
    const began = performance.now();
    return (outcome) => {
      this.count({ kind, outcome });
      this.took({ kind }, (performance.now() - began) / 1000);
    };
  }

  tellWaiting(read: () => Promise<(readonly [Job, number])[]>): void {
    const help = 'Jobs that nobody does yet, those of later among them, as the queue counts them every 20 seconds.';
    this.metrics.gauge({ name: 'desk_jobs_waiting', help, labels: ['kind'] }, async () =>
      (await read()).map(([{ name: kind }, count]) => [{ kind }, count] as const),
    );
  }
}
