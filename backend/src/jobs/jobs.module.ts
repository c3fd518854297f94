import { Global, Module } from '@nestjs/common';
import { JobHandlers } from './job-handlers.ts';
import { JobMetrics } from './job-metrics.ts';
import { JobQueue } from './job-queue.ts';

/** Work that outlives a request. */
@Global()
@Module({ providers: [JobHandlers, JobMetrics, JobQueue], exports: [JobHandlers, JobQueue] })
export class JobsModule {}
