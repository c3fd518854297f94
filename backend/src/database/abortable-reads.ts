import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ClientWentAway } from '../common/problems/domain-error.ts';
import { answer } from './answer.ts';
import { requestCancel } from './cancel-request.ts';
import { withConnection } from './connection.ts';
import { StandbyReads } from './standby-reads.ts';
import type { Statement } from './statement.ts';
import { type OpenTransaction, withTransaction } from './transaction.ts';

const CANCEL_AGAIN_MS = 50;

/** Asks the database, as long as somebody waits for the answer. */
export type Ask = <Row>(statement: Statement) => Promise<Row[]>;

/** What runs the statements of a read. */
interface Runner {
  query<T>(sql: string, parameters: unknown[]): Promise<T>;
  /** Ends the statement that is running. */
  cancel(): Promise<void>;
}

/** Reads that end when nobody waits for them any more, on the server too. */
@Injectable()
export class AbortableReads {
  constructor(
    private readonly dataSource: DataSource,
    private readonly standby: StandbyReads,
  ) {}

  /**
   * Runs reads one after another, on one connection; when `gone` fires, the statement that is running is cancelled. The
   * connection is kept until the server has taken note of that, so that it can hit no later statement of somebody else.
   *
   * @param allowMs how many milliseconds a statement may take, when that is longer than elsewhere.
   * @throws ClientWentAway when `gone` has fired.
   */
  run<T>(gone: AbortSignal, work: (ask: Ask) => Promise<T>, allowMs?: number): Promise<T> {
    const within = async (transaction: OpenTransaction): Promise<T> => {
      if (allowMs !== undefined) await transaction.allow(allowMs);
      return whileWanted(gone, work, transaction);
    };
    return this.standby.read(within, () => this.atPrimary(gone, work, within, allowMs));
  }

  private atPrimary<T>(
    gone: AbortSignal,
    work: (ask: Ask) => Promise<T>,
    within: (transaction: OpenTransaction) => Promise<T>,
    allowMs?: number,
  ): Promise<T> {
    // Only what is allowed longer needs a transaction around it; all else is read in fewer round trips.
    if (allowMs === undefined) {
      return withConnection(this.dataSource, (client) =>
        whileWanted(gone, work, {
          query: (sql, parameters) => answer(sql, parameters, () => client.query(sql, parameters)),
          cancel: () => requestCancel(client),
        }),
      );
    }
    return withTransaction(this.dataSource, within);
  }
}

async function whileWanted<T>(gone: AbortSignal, work: (ask: Ask) => Promise<T>, runner: Runner): Promise<T> {
  let isRunning = true;
  let cancelling: Promise<void> | undefined;
  const cancel = async (): Promise<void> => {
    // A cancellation that comes before its statement is lost; what cannot be cancelled comes to its end by itself.
    while (isRunning) {
      await runner.cancel();
      await setTimeout(CANCEL_AGAIN_MS);
    }
  };
  const onGone = (): void => {
    cancelling = cancel();
  };
  gone.addEventListener('abort', onGone, { once: true });
  try {
    return await work(async ({ sql, parameters }) => {
      if (gone.aborted) throw new ClientWentAway();
      return runner.query(sql, [...parameters]);
    });
  } catch (error) {
    throw gone.aborted ? new ClientWentAway() : error;
  } finally {
    isRunning = false;
    gone.removeEventListener('abort', onGone);
    await cancelling;
  }
}
