import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DeskEventBus } from '../events/desk-event-bus.ts';
import type { DeskEvent, DeskEventName, DeskEvents } from '../events/desk-events.ts';
import { type OpenTransaction, withTransaction } from './transaction.ts';

/** An open transaction; services hand it from one repository to the next without looking inside. */
export interface Transaction {
  query<T>(sql: string, parameters?: unknown[]): Promise<T>;

  /**
   * The same of the last statement, with which all is committed in one round trip; nothing can be asked after it, unless it
   * was the first as well and did nothing.
   */
  last<T>(sql: string, parameters: unknown[]): Promise<T>;

  /** Lets every statement from here on take so many milliseconds. */
  allow(ms: number): Promise<void>;

  /** Has this told once the transaction is committed, and never if it is rolled back. */
  tell<Name extends DeskEventName>(name: Name, event: DeskEvents[Name]): void;
}

/** Runs work of several repositories as one transaction: all of it is kept, or none. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: DeskEventBus,
  ) {}

  /**
   * Commits when `work` resolves, and only then tells what happened; rolls back when it rejects. Never await anything but
   * the database inside.
   */
  async run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const { result, told } = await inTransaction(this.dataSource, work);
    this.events.publish(told);
    return result;
  }
}

/** Runs work as one transaction where nobody listens: while the desk is being set up. */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (transaction: Transaction) => Promise<T>,
): Promise<{ readonly result: T; readonly told: readonly DeskEvent[] }> {
  return withTransaction(dataSource, async (transaction) => {
    const told: DeskEvent[] = [];
    return { result: await work(transactionOf(transaction, told)), told };
  });
}

function transactionOf(transaction: OpenTransaction, told: DeskEvent[]): Transaction {
  return {
    query: (sql, parameters) => transaction.query(sql, parameters),
    last: (sql, parameters) => transaction.last(sql, parameters),
    allow: (ms) => transaction.allow(ms),
    // The name fits its event: the caller was held to that.
    tell: (name, event) => told.push([name, event] as unknown as DeskEvent),
  };
}
