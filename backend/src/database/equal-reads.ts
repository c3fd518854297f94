import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Labels, Metrics } from '../metrics/metrics.ts';
import { SharedRead } from './shared-read.ts';
import type { Statement } from './statement.ts';

type Read = () => Promise<unknown>;

/** Who answers statements. */
interface Answering {
  query<Row>(statement: Statement): Promise<Row[]>;
}

/** Makes reads that several callers ask for alike at the same time once for all of them (see `SharedRead`). */
@Injectable()
export class EqualReads {
  private readonly reads = new Map<string, SharedRead<Read, unknown>>();

  private readonly count: (labels: Labels<'outcome'>) => void;
  private readonly primary: Answering;

  constructor(dataSource: DataSource, metrics: Metrics) {
    this.primary = { query: ({ sql, parameters }) => dataSource.query(sql, [...parameters]) };
    this.count = metrics.counter({
      name: 'desk_shareable_reads_total',
      help: 'Reads that several who ask alike may share: those that were asked for, and those that were made for them.',
      labels: ['outcome'],
    });
  }

  /**
   * The rows of a statement that only reads; equal are those of the same text and values, whoever answers them: none is older
   * than what was written before it was asked for, so `from` is that of whoever came first.
   */
  query<Row>(statement: Statement, from = this.primary): Promise<readonly Row[]> {
    return this.once(`${statement.sql}\n${JSON.stringify(statement.parameters)}`, () => from.query<Row>(statement));
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
