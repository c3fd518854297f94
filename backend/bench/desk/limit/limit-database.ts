import pg from 'pg';

/** A statement that is prepared once on every connection, under its name. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** Of the limit to its database, and of the API beside it. */
export const POOL_SIZE = 16;
const CANCELLED = '57014';

/** The connections of the limit. */
export class LimitDatabase {
  readonly #pool: pg.Pool;

  constructor(connectionString: string) {
    const types = new pg.TypeOverrides();
    types.setTypeParser(pg.types.builtins.INT8, Number);
    this.#pool = new pg.Pool({
      connectionString,
      max: POOL_SIZE,
      application_name: 'limit',
      types,
      options: '-c jit=off',
    });
  }

  async rows<Row extends pg.QueryResultRow>({ name, text }: Prepared, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.#pool.query<Row>({ name, text, values: [...values] })).rows;
  }

  /** One row. @throws Error when there is none. */
  async row<Row extends pg.QueryResultRow>(statement: Prepared, values: readonly unknown[] = []): Promise<Row> {
    const [row] = await this.rows<Row>(statement, values);
    if (!row) throw new Error(`The database answers nothing to "${statement.name}"`);
    return row;
  }

  /** Milliseconds that a statement takes; Infinity when it takes more than so many. */
  async timeOf({ text }: Prepared, values: readonly unknown[], atMostMs: number): Promise<number> {
    const client = await this.#pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(`SET LOCAL statement_timeout = ${Math.ceil(atMostMs)}`);
      const started = performance.now();
      await client.query(text, [...values]);
      return performance.now() - started;
    } catch (error) {
      if ((error as pg.DatabaseError).code !== CANCELLED) throw error;
      return Infinity;
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  async run(statement: string): Promise<void> {
    await this.#pool.query(statement);
  }

  async end(): Promise<void> {
    await this.#pool.end();
  }
}
