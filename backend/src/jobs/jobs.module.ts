import { Global, Module } from '@nestjs/common';
import { JobQueue } from './job-queue.ts';

/** Work that outlives a request. */
@Global()
@Module({ providers: [JobQueue], exports: [JobQueue] })
export class JobsModule {}
