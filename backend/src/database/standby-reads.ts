import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import { type DataSource, QueryFailedError } from 'typeorm';
import { DatabaseFailures } from './database-failures.ts';
import { SharedRead } from './shared-read.ts';
import type { Statement } from './statement.ts';
import { type OpenTransaction, withTransaction } from './transaction.ts';

/** As long as a read waits for the standby to catch up, before it goes to the primary. */
const PATIENCE_MS = 100;
const LOOK_EVERY_MS = 3;
/** A standby that says nothing for so long when it is asked how far it is, is away. */
const SILENCE_MS = 1_000;
/** How soon somebody looks again at a standby that nobody reads from. */
const LOOK_AGAIN_MS = 1_000;

/** How far the primary is with what it has acknowledged, and in which history of the database: each failover begins one. */
const POSITION = `SELECT lsn::text, ('x' || left(pg_walfile_name(lsn), 8))::bit(32)::int AS timeline
  FROM (SELECT CASE current_setting('synchronous_commit') WHEN 'off' THEN pg_current_wal_insert_lsn()
    ELSE pg_current_wal_flush_lsn() END AS lsn) AS acknowledged`;
/**
 * Null at a server that is no standby. One that follows somebody else than the primary may be further, in another history; of
 * that in which it reads, its control file is told with its next restart point at the latest.
 */
const HAS_REPLAYED = `SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() >= $1::pg_lsn
  AND greatest(kept.timeline_id, least_kept.min_recovery_end_timeline) = $2::int END AS replayed
  FROM pg_control_checkpoint() AS kept, pg_control_recovery() AS least_kept`;
/** What the standby had to end because the primary went on; see "Hot Standby" in PostgreSQL's manual. */
const CONFLICT = /^40(001|P01)$/;

const failures = new DatabaseFailures({});

/** `behind` is not as far as the primary or follows another one; `away` does not answer, or is no standby. */
export type StandbyState = 'up' | 'behind' | 'away';

/** Tells of reads, for those who look after the desk. */
export interface StandbyWatch {
  /** Which server has answered a read. */
  readonly counted: (by: 'standby' | 'primary') => void;
  /** Nobody reads from it any more, since a while. */
  readonly left: (state: StandbyState, reason: unknown) => void;
  readonly back: () => void;
}

interface Position {
  readonly lsn: string;
  readonly timeline: number;
}

/** The standby is not asked, though it could be. */
class NotHere extends Error {
  constructor(
    message: string,
    readonly state: StandbyState,
  ) {
    super(message);
  }
}

/** The primary does not say how far it is: whoever asks it next is told why. */
class PrimarySilent extends Error {}

/**
 * Reads at a standby where there is one, and at the primary otherwise. A read begins when the standby has replayed all that the
 * primary had acknowledged at the time it was asked for: nobody sees less than what they, or anybody else, wrote before, by
 * whichever process. When that takes longer than a moment it is read at the primary, and so is everything from then on, until
 * the standby is found to have caught up, or to answer again. Work only reads; it may be run a second time, at the primary.
 */
export class StandbyReads {
  private readonly positions: SharedRead<null, Position>;
  private current: StandbyState = 'up';
  private isTold = false;
  private looking: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    private readonly primary: DataSource,
    private readonly standby: Pool | null = null,
    private readonly watch?: StandbyWatch,
  ) {
    this.positions = new SharedRead(() => this.position());
  }

  /** How the standby is; null where there is none. */
  get state(): StandbyState | null {
    return this.standby && this.current;
  }

  /** The rows of a statement that only reads. */
  query<Row>({ sql, parameters }: Statement): Promise<Row[]> {
    return this.read(
      (transaction) => transaction.last<Row[]>(sql, [...parameters]),
      () => this.primary.query<Row[]>(sql, [...parameters]),
    );
  }

  /** What a read gives: in a transaction at the standby, or in whatever way at the primary. */
  async read<T>(work: (transaction: OpenTransaction) => Promise<T>, atPrimary: () => Promise<T>): Promise<T> {
    if (!this.standby) return atPrimary();
    if (this.current === 'up') {
      try {
        const result = await this.readAt(this.standby, work);
        this.watch?.counted('standby');
        return result;
      } catch (error) {
        if (!isItsOwn(error)) throw error;
        this.leave(error);
      }
    }
    this.watch?.counted('primary');
    return atPrimary();
  }

  /** Ends with nobody looking at the standby any more. */
  close(): void {
    this.isClosed = true;
    clearTimeout(this.looking);
  }

  private async readAt<T>(standby: Pool, work: (transaction: OpenTransaction) => Promise<T>): Promise<T> {
    const position = await this.positions.ask(null).catch((cause: unknown) => {
      throw new PrimarySilent('The primary does not say how far it is', { cause });
    });
    return withTransaction(standby, async (transaction) => {
      await catchUp(transaction, position);
      return work(transaction);
    });
  }

  /** Reads from it no more, if what was in the way of a read will be in the way of the next one. */
  private leave(error: unknown): void {
    const state = stateAfter(error);
    if (state === 'up' || this.current !== 'up') return;
    this.current = state;
    this.lookAgain();
  }

  private lookAgain(): void {
    if (!this.isClosed) this.looking = setTimeout(() => void this.look(), LOOK_AGAIN_MS).unref();
  }

  private async look(): Promise<void> {
    try {
      if (this.standby) await this.readAt(this.standby, () => Promise.resolve());
      this.current = 'up';
      if (this.isTold) this.watch?.back();
      this.isTold = false;
    } catch (error) {
      if (stateAfter(error) !== 'up') this.current = stateAfter(error);
      // A moment's lag is nothing to tell of.
      if (!this.isTold) this.watch?.left(this.current, error);
      this.isTold = true;
      this.lookAgain();
    }
  }

  private async position(): Promise<Position> {
    const [row]: Position[] = await this.primary.query(POSITION, []);
    if (!row) throw new Error('The primary does not say how far it is');
    return row;
  }
}

/** Waits until the standby has replayed what came before `position`. @throws NotHere when that takes too long. */
async function catchUp(transaction: OpenTransaction, { lsn, timeline }: Position): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    transaction.bearOnly(SILENCE_MS);
    const [row] = await transaction.query<{ replayed: boolean | null }[]>(HAS_REPLAYED, [lsn, timeline]);
    transaction.bearOnly(null);
    if (row?.replayed) return;
    if (row?.replayed === null) throw new NotHere('The server for reading is no standby', 'away');
    if (performance.now() >= until) throw new NotHere('The standby is behind', 'behind');
    await wait(LOOK_EVERY_MS);
  }
}

/** Whether a read failed only because it was to be made at the standby. */
function isItsOwn(error: unknown): boolean {
  if (error instanceof PrimarySilent || stateAfter(error) !== 'up') return true;
  const code = error instanceof QueryFailedError ? (error.driverError as { code?: unknown }).code : null;
  return typeof code === 'string' && CONFLICT.test(code);
}

/** How the standby is, of which somebody heard this. */
function stateAfter(error: unknown): StandbyState {
  if (error instanceof NotHere) return error.state;
  return failures.read(error)?.code === 'database_unavailable' ? 'away' : 'up';
}
