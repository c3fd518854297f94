/** What a transaction may take, in milliseconds. */
export interface Limits {
  readonly statementTimeoutMs: number;
  /** How long it may stand open while nobody asks anything. */
  readonly idleMs: number;
}

/**
 * Limits that are told with each transaction, for connections that a proxy hands from one client to the next: what is set for
 * a session would be refused there, forgotten, or left to others. A statement that stands alone is a transaction as well,
 * which ends with the message that it is sent in.
 */
export class TransactionLimits {
  /** Sets them without giving a row, after which a statement can be asked in the same message. */
  readonly inMessage: string;
  /** Sets them behind a BEGIN, in one text with it. */
  private readonly inText: string;

  constructor({ statementTimeoutMs, idleMs }: Limits) {
    const [statement, idle] = [String(statementTimeoutMs), String(idleMs)];
    this.inMessage = `SELECT WHERE set_config('statement_timeout', '${statement}', true) IS NULL
      OR set_config('idle_in_transaction_session_timeout', '${idle}', true) IS NULL`;
    this.inText = `SET LOCAL statement_timeout = ${statement}; SET LOCAL idle_in_transaction_session_timeout = ${idle}`;
  }

  /** The text that opens a transaction which has them. */
  get begin(): string {
    return `BEGIN; ${this.inText}`;
  }
}
