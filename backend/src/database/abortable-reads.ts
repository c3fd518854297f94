import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ClientWentAway } from '../common/problems/domain-error.ts';
import { type OpenTransaction, withTransaction } from './transaction.ts';

const CANCEL_AGAIN_MS = 50;

/** A statement and its values. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Asks the database, as long as somebody waits for the answer. */
export type Ask = <Row>(statement: Statement) => Promise<Row[]>;

/** Reads that end when nobody waits for them any more, on the server too. */
@Injectable()
export class AbortableReads {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs reads one after another, on one connection; when `gone` fires, the statement that is running is cancelled. The
   * connection is kept until the server has taken note of that, so that it can hit no later statement of somebody else.
   *
   * @param allowMs how many milliseconds a statement may take, when that is longer than elsewhere.
   * @throws ClientWentAway when `gone` has fired.
   */
  run<T>(gone: AbortSignal, work: (ask: Ask) => Promise<T>, allowMs?: number): Promise<T> {
    return withTransaction(this.dataSource, async (transaction) => {
      if (allowMs !== undefined) await transaction.allow(allowMs);
      const ask: Ask = async ({ sql, parameters }) => {
        if (gone.aborted) throw new ClientWentAway();
        // Only what is allowed longer needs a transaction around it; all else is read in fewer round trips.
        return allowMs === undefined ? transaction.last(sql, [...parameters]) : transaction.query(sql, [...parameters]);
      };
      return whileWanted(gone, transaction, () => work(ask));
    });
  }
}

async function whileWanted<T>(gone: AbortSignal, transaction: OpenTransaction, work: () => Promise<T>): Promise<T> {
  let isRunning = true;
  let cancelling: Promise<void> | undefined;
  const cancel = async (): Promise<void> => {
    // A cancellation that comes before its statement is lost; what cannot be cancelled comes to its end by itself.
    while (isRunning) {
      await transaction.cancel();
      await setTimeout(CANCEL_AGAIN_MS);
    }
  };
  const onGone = (): void => {
    cancelling = cancel();
  };
  gone.addEventListener('abort', onGone, { once: true });
  try {
    return await work();
  } catch (error) {
    throw gone.aborted ? new ClientWentAway() : error;
  } finally {
    isRunning = false;
    gone.removeEventListener('abort', onGone);
    await cancelling;
  }
}
