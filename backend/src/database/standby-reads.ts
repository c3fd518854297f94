import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { NotHere, type StandbyState, isOfWholeDatabase, whyNotHere } from './not-here.ts';
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
/** The same of one that is broken, which a look does not find out: it reads no table. */
const LOOK_AGAIN_AT_BROKEN_MS = 60_000;

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
/** Tells of reads, for those who look after the desk. */
export interface StandbyWatch {
  /** Which server has made a read, be it that the read failed there. */
  readonly counted: (by: 'standby' | 'primary') => void;
  /** Nobody reads from it any more, since a while. */
  readonly left: (state: StandbyState, reason: NotHere) => void;
  readonly back: () => void;
}

interface Position {
  readonly lsn: string;
  readonly timeline: number;
}

/**
 * Reads at a standby where there is one, and at the primary otherwise. A read begins when the standby has replayed all that the
 * primary had acknowledged at the time it was asked for: nobody sees less than what they, or anybody else, wrote before, by
 * whichever process. When that takes longer than a moment it is read at the primary, and so is everything from then on, until
 * the standby is found to have caught up, or to answer again. Whatever else keeps a read from being made there ends at the
 * primary as well. Work only reads; it may be run a second time, at the primary.
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

  /**
   * What a read gives: in a transaction at the standby, or in whatever way at the primary.
   *
   * @throws what the work throws, and what the primary does when it does not answer: then nobody is asked a second time.
   */
  async read<T>(work: (transaction: OpenTransaction) => Promise<T>, atPrimary: () => Promise<T>): Promise<T> {
    if (!this.standby) return atPrimary();
    if (this.current === 'up') {
      try {
        const position = await this.positions.ask(null);
        return await this.counted(this.readAt(this.standby, position, work));
      } catch (error) {
        if (!(error instanceof NotHere)) throw error;
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

  /** Counts a read that is made at the standby, be it that its work fails there. */
  private async counted<T>(read: Promise<T>): Promise<T> {
    try {
      const result = await read;
      this.watch?.counted('standby');
      return result;
    } catch (error) {
      if (!(error instanceof NotHere)) this.watch?.counted('standby');
      throw error;
    }
  }

  /** @throws NotHere when that cannot be made at the standby, and what the work throws. */
  private async readAt<T>(
    standby: Pool,
    position: Position,
    work: (transaction: OpenTransaction) => Promise<T>,
  ): Promise<T> {
    let when: 'before' | 'during' = 'before';
    try {
      return await withTransaction(standby, async (transaction) => {
        when = 'before';
        await catchUp(transaction, position);
        when = 'during';
        return work(transaction);
      });
    } catch (error) {
      throw whyNotHere(error, when) ?? error;
    }
  }

  /** Reads from it no more, if what was in the way of a read will be in the way of the next one. */
  private leave(why: NotHere): void {
    if (why.state === 'up' || this.current !== 'up') return;
    this.current = why.state;
    // A moment's lag is nothing to tell of.
    if (why.state === 'broken') this.tell(why);
    this.lookAgain(why.state === 'broken' ? LOOK_AGAIN_AT_BROKEN_MS : LOOK_AGAIN_MS);
  }

  private lookAgain(afterMs: number): void {
    if (!this.isClosed) this.looking = setTimeout(() => void this.look(), afterMs).unref();
  }

  private async look(): Promise<void> {
    try {
      const position = await this.positions.ask(null);
      if (this.standby) await this.readAt(this.standby, position, () => Promise.resolve());
      this.current = 'up';
      if (this.isTold) this.watch?.back();
      this.isTold = false;
    } catch (error) {
      // Of a primary that does not answer everybody hears who reads from it; the standby is as it was.
      if (error instanceof NotHere) {
        if (error.state !== 'up') this.current = error.state;
        this.tell(error);
      }
      this.lookAgain(LOOK_AGAIN_MS);
    }
  }

  private tell(why: NotHere): void {
    if (!this.isTold) this.watch?.left(this.current, why);
    this.isTold = true;
  }

  /** @throws NotHere when the primary answers, and does not say how far it is; else what keeps it from answering. */
  private async position(): Promise<Position> {
    const [row] = await this.primary.query<Position[]>(POSITION, []).catch((cause: unknown) => {
      if (isOfWholeDatabase(cause)) throw cause;
      throw new NotHere('The primary does not say how far it is', 'away', { cause });
    });
    if (!row) throw new NotHere('The primary does not say how far it is', 'away');
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
