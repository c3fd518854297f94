import { type QueryResult, Query } from 'pg';
import type { NamedStatement } from './statement-names.ts';

/** What is done in the same breath as a statement: a transaction opened before it with its limits, or committed after it. */
export interface Around {
  readonly begin?: boolean;
  readonly commit?: boolean;
  /** A statement without rows that sets the limits of this transaction. */
  readonly limits?: string | null;
}

/** How pg hears of the end of a statement. */
type Ended = (error: Error | null, result?: QueryResult) => void;

/** A connection of pg, as far as its `Query` speaks to it. */
interface Wire {
  readonly parsedStatements: Record<string, string | undefined>;
  parse(statement: { readonly text: string; readonly name: string }): void;
  bind(portal: { readonly portal: string; readonly statement: string; readonly values: readonly unknown[] }): void;
  execute(portal: { readonly portal: string }): void;
  describe(what: { readonly type: 'P'; readonly name: string }): void;
  close(what: { readonly type: 'S'; readonly name: string }): void;
  sync(): void;
}

/** pg's own `Query`, with the steps that it takes one after another, which its types do not tell of. */
const PgQuery = Query as unknown as new (
  text: string,
  values: unknown[],
) => {
  callback?: Ended;
  name?: string;
  queryMode?: 'extended';
  readonly portal: string;
  submit(connection: Wire): Error | null;
  prepare(connection: Wire): void;
  _getRows(connection: Wire, rows: unknown): void;
  handleRowDescription(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
};

/**
 * A statement with values as the desk sends it: under a name or without one, after closing statements that have given up
 * their names. A transaction may be opened or committed with it in the same round trip: PostgreSQL skips all that follows
 * an error up to the end of the message, so a statement never runs outside a transaction that could not be opened, and
 * nothing is committed after one that failed.
 */
export class DeskQuery extends PgQuery {
  private readonly named: NamedStatement | null;
  private readonly around: Around;
  private completed = 0;

  constructor(
    { text, values }: { readonly text: string; readonly values: unknown[] },
    named: NamedStatement | null,
    around: Around,
    ended: Ended,
  ) {
    // An object with all of it is copied by pg property by property, with their descriptors.
    super(text, values);
    this.queryMode = 'extended';
    if (named) this.name = named.name;
    this.named = named;
    this.around = around;
    this.callback = ended;
  }

  override prepare(connection: Wire): void {
    for (const name of this.named?.givenUp ?? []) {
      connection.close({ type: 'S', name });
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- The way in which pg keeps them.
      delete connection.parsedStatements[name];
    }
    if (this.around.begin) send(connection, 'BEGIN');
    if (this.around.limits) send(connection, this.around.limits);
    const rows = this.named?.told.rows ?? null;
    if (rows !== null) super.handleRowDescription(rows);
    super.prepare(rows === null ? connection : withoutDescribe(connection));
  }

  /** What the rows of a named statement are like is told once: PostgreSQL refuses a statement whose rows have become others. */
  override handleRowDescription(message: unknown): void {
    if (this.named) this.named.told.rows = message;
    super.handleRowDescription(message);
  }

  override _getRows(connection: Wire): void {
    connection.execute({ portal: this.portal });
    if (this.around.commit) send(connection, 'COMMIT');
    connection.sync();
  }

  /** Of several commands in one breath only the statement's own has a result. */
  override handleCommandComplete(message: unknown, connection: Wire): void {
    const before = (this.around.begin ? 1 : 0) + (this.around.limits ? 1 : 0);
    this.completed += 1;
    if (this.completed === before + 1) super.handleCommandComplete(message, connection);
  }
}

/** Whether pg knows that this connection has parsed a statement under its name, and will not parse it again. */
export function isParsed(connection: unknown, { name, givenUp }: NamedStatement): boolean {
  return !givenUp.includes(name) && (connection as Wire).parsedStatements[name] !== undefined;
}

/** The same connection, but that it asks for no description of rows. */
function withoutDescribe(connection: Wire): Wire {
  return Object.assign(Object.create(connection) as Wire, { describe: () => undefined });
}

function send(connection: Wire, command: string): void {
  connection.parse({ text: command, name: '' });
  connection.bind({ portal: '', statement: '', values: [] });
  connection.execute({ portal: '' });
}
