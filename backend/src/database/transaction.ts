import { answer } from './answer.ts';
import { requestCancel } from './cancel-request.ts';
import { type ConnectionSource, withConnection } from './connection.ts';
import { type ImpatientClient, isOutdatedStatement } from './impatient-client.ts';

/**
 * A transaction on one connection. It is opened in the same round trip as its first statement, and may be committed in
 * that of its last; one that is a single statement is a transaction by itself.
 */
export class OpenTransaction {
  private readonly client: ImpatientClient;
  private state: 'new' | 'open' | 'over' = 'new';

  constructor(client: ImpatientClient) {
    this.client = client;
  }

  /**
   * Asks a statement: with values, which may be none, as one that can be prepared; without, also several in one text. Gives
   * its rows, and of an UPDATE or DELETE the rows and their number.
   */
  async query<T>(sql: string, parameters?: unknown[]): Promise<T> {
    if (this.state === 'over') throw new Error('A transaction was asked something after its last statement');
    const begin = this.state === 'new';
    this.state = 'open';
    return answer<T>(sql, parameters, async () => {
      if (parameters) return this.client.send(sql, parameters, { begin });
      if (begin) await this.client.query('BEGIN');
      return this.client.query(sql);
    });
  }

  /**
   * Asks the last statement and commits what was done; nothing can be asked after it. One that is the first as well is kept or
   * not by itself: should it find that there was nothing it may do, whoever asked can go on in a transaction after it.
   */
  async last<T>(sql: string, parameters: unknown[]): Promise<T> {
    if (this.state === 'over') throw new Error('A transaction has one last statement');
    const commit = this.state === 'open';
    const rows = await answer<T>(sql, parameters, () => this.client.send(sql, parameters, { commit }));
    if (commit) this.state = 'over';
    return rows;
  }

  /** Lets the statements from here on take so many milliseconds, in place of what statements may take elsewhere. */
  async allow(ms: number): Promise<void> {
    await this.query(`SELECT set_config('statement_timeout', $1, true)`, [String(ms)]);
    this.client.bear(ms);
  }

  /** Takes a silence of so many milliseconds for the end of the connection; null as long as usual. */
  bearOnly(ms: number | null): void {
    if (ms === null) this.client.bear();
    else this.client.bearOnly(ms);
  }

  /** Ends the statement that is running, if there is one; resolves when no later one can be hit. Never fails. */
  cancel(): Promise<void> {
    return requestCancel(this.client);
  }

  async commit(): Promise<void> {
    if (this.state === 'open') await answer('COMMIT', undefined, () => this.client.query('COMMIT'));
    this.state = 'over';
  }

  /** Never fails: a connection that cannot take it back is closed, and with it what was done. */
  async rollBack(): Promise<void> {
    if (this.state !== 'open') return;
    this.state = 'over';
    await this.client.query('ROLLBACK').catch(() => this.client.end().catch(() => undefined));
  }
}

/**
 * Runs work as one transaction. Should tables change under it, so that a statement that was prepared no longer counts, it is
 * rolled back and run once more: work awaits nothing but the database, and keeps nothing of its first run.
 */
export async function withTransaction<T>(
  source: ConnectionSource,
  work: (transaction: OpenTransaction) => Promise<T>,
): Promise<T> {
  try {
    return await transact(source, work);
  } catch (error) {
    if (!isOutdatedStatement(error)) throw error;
    return transact(source, work);
  }
}

function transact<T>(source: ConnectionSource, work: (transaction: OpenTransaction) => Promise<T>): Promise<T> {
  return withConnection(source, async (client) => {
    const transaction = new OpenTransaction(client);
    try {
      const result = await work(transaction);
      await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollBack();
      throw error;
    } finally {
      client.bear();
    }
  });
}
