import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import type { DataSource, EntitySubscriberInterface } from 'typeorm';
import { MODES, type Mode, type TableLock, locksOf } from './locks.ts';

const LOOK_MS = 5;

/** The strongest lock that a migration had on a table, and for how long as seen from outside, in milliseconds. */
export interface HeldLock extends TableLock {
  readonly held: number;
}

/**
 * Watches the locks that a migration takes on tables that were there before it: again and again from outside, by which it
 * knows how long they are held, and once right before each commit, so that it misses none that are held for a moment.
 */
export class LockWatch {
  private readonly held = new Map<string, Map<Mode, number>>();
  private readonly client: Client;
  private readonly name: string;
  private isOver = false;

  /** @param name of the application that migrates. */
  constructor(client: Client, name: string) {
    this.client = client;
    this.name = name;
  }

  /** Has to be told of the connection before the migration begins. */
  beside(dataSource: DataSource, tables: ReadonlySet<string>): void {
    const lookWithin: EntitySubscriberInterface = {
      beforeTransactionCommit: async ({ queryRunner }) => {
        const locks = (await queryRunner.query(locksOf('a.pid = pg_backend_pid()'))) as TableLock[];
        for (const lock of locks.filter(({ table }) => tables.has(table))) this.note(lock, 0);
      },
    };
    dataSource.subscribers.push(lookWithin);
  }

  /** Watches while something is done. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const watching = this.look();
    try {
      return await work();
    } finally {
      this.isOver = true;
      await watching;
    }
  }

  strongest(): readonly HeldLock[] {
    return [...this.held].map(([table, modes]) => {
      const mode = MODES.findLast((candidate) => modes.has(candidate)) ?? MODES[0];
      return { table, mode, held: modes.get(mode) ?? 0 };
    });
  }

  private async look(): Promise<void> {
    let before = performance.now();
    while (!this.isOver) {
      const { rows } = await this.client.query<TableLock>(locksOf(`a.application_name = '${this.name}'`));
      const now = performance.now();
      for (const lock of rows) this.note(lock, now - before);
      before = now;
      await setTimeout(LOOK_MS);
    }
  }

  private note({ table, mode }: TableLock, longer: number): void {
    const modes = this.held.get(table) ?? new Map<Mode, number>();
    modes.set(mode, (modes.get(mode) ?? 0) + longer);
    this.held.set(table, modes);
  }
}
