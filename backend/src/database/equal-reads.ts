import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Labels, Metrics } from '../metrics/metrics.ts';
import type { Statement } from './abortable-reads.ts';
import { SharedRead } from './shared-read.ts';

type Read = () => Promise<unknown>;

/** Makes reads that several callers ask for alike at the same time once for all of them (see `SharedRead`). */
@Injectable()
export class EqualReads {
  private readonly reads = new Map<string, SharedRead<Read, unknown>>();

  private readonly count: (labels: Labels<'outcome'>) => void;

  constructor(
    private readonly dataSource: DataSource,
    metrics: Metrics,
  ) {
    this.count = metrics.counter({
      name: 'desk_shareable_reads_total',
      help: 'Reads that several who ask alike may share: those that were asked for, and those that were made for them.',
      labels: ['outcome'],
    });
  }

  /** The rows of a statement that only reads; equal are those of the same text and values. */
  query<Row>({ sql, parameters }: Statement): Promise<readonly Row[]> {
    return this.once(`${sql}\n${JSON.stringify(parameters)}`, () => this.dataSource.query<Row[]>(sql, [...parameters]));
  }

  /**
   * What a read gives.
   *
   * @param key names all that its answer depends on, the caller too where that matters.
   */
  async once<T>(key: string, read: () => Promise<T>): Promise<T> {
    this.count({ outcome: 'asked' });
    const shared = this.reads.get(key) ?? this.begun(key);
    try {
      // Reads of the same key give the same kind of thing.
      return (await shared.ask(read)) as T;
    } finally {
      if (shared.isIdle && this.reads.get(key) === shared) this.reads.delete(key);
    }
  }

  private begun(key: string): SharedRead<Read, unknown> {
    const shared = new SharedRead<Read, unknown>(async ([read]) => {
      this.count({ outcome: 'made' });
      return read?.();
    });
    this.reads.set(key, shared);
    return shared;
  }
}
