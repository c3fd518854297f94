import { Injectable } from '@nestjs/common';
import { CONFIRMED_MAX, MEASURED_FROM } from '../suggestions/domain/confirmed.ts';
import type { AbstentionReason } from '../suggestions/domain/abstention.ts';
import type { SuggestionRecord, TrackRecord } from '../suggestions/domain/shown-suggestion.ts';
import type { SuggestionSource } from '../suggestions/domain/suggestion-source.ts';
import type { PerField } from '../suggestions/domain/suggestion.ts';
import { ConfirmedTicketsRepository } from './confirmed-tickets.repository.ts';
import { ModelRepository } from './model.repository.ts';
import { type BandRecord, type PairRecord, TrackRecordRepository } from './track-record.repository.ts';

/** What is known of the record does not change much while it is kept. */
const KEPT_MS = 5_000;
/** What is older than this is waited for. */
const GOOD_ENOUGH_MS = 60_000;
/** Fewer suggestions of about a confidence are no record. */
const RECORD_FROM = 20;
/** "About this confidence" is a band of 5 % and the ones beside it. */
const BANDS = 20;

interface Known {
  readonly confirmed: number;
  readonly bands: readonly BandRecord[];
  readonly pairs: readonly PairRecord[];
  readonly guesses: readonly PairRecord[];
}

/** What was said of each field: how surely, and how many values were offered; and why there is no category. */
export interface Said {
  readonly source: SuggestionSource;
  readonly confidence: PerField<number | null>;
  readonly options: PerField<readonly string[]>;
  readonly abstained: AbstentionReason | null;
}

/**
 * Knows how often suggestions were right. By the ledger, not by what models said of texts held out of them: so it is the
 * record of what people were really shown, and an LLM has one too. Read at most every five seconds.
 */
@Injectable()
export class TrackRecords {
  private kept: { readonly known: Promise<Known>; readonly readAt: number } | null = null;

  constructor(
    private readonly records: TrackRecordRepository,
    private readonly models: ModelRepository,
    private readonly tickets: ConfirmedTicketsRepository,
  ) {}

  /** What stands behind this: the record of its confidence, of two to choose from where two are offered, or of such a silence. */
  async behind({ source, confidence, options, abstained }: Said): Promise<TrackRecord> {
    const { confirmed, bands, pairs, guesses } = await this.known();
    const measured = confirmed >= MEASURED_FROM;
    const of = (field: BandRecord['field']) => {
      const isOf = (one: PairRecord) => one.source === source && one.field === field;
      if (!measured) return null;
      if (field === 'category' && abstained === 'often_wrong') return sumOf(guesses.filter(isOf));
      return options[field].length > 1 ? sumOf(pairs.filter(isOf)) : recordAt(bands.filter(isOf), confidence[field]);
    };
    return { record: { category: of('category'), priority: of('priority') }, measured, confirmed };
  }

  /** What is a little old is good enough while it is read again: nobody waits for that. */
  private known(): Promise<Known> {
    const now = performance.now();
    const age = this.kept ? now - this.kept.readAt : Infinity;
    if (this.kept && age <= KEPT_MS) return this.kept.known;
    const known = this.read();
    const kept = { known, readAt: now };
    const before = age <= GOOD_ENOUGH_MS ? this.kept : null;
    this.kept = before ? { known: before.known, readAt: now } : kept;
    known.then(
      () => {
        this.kept = kept;
      },
      () => {
        this.kept = null;
      },
    );
    return before ? before.known : known;
  }

  private async read(): Promise<Known> {
    const newest = await this.models.newestAttempt();
    const [bands, pairs, guesses, news] = await Promise.all([
      this.records.bands(BANDS),
      this.records.pairs(),
      this.records.guesses(),
      this.tickets.newsSince(newest?.learnedFrom.last_event ?? 0),
    ]);
    const confirmed = Math.min(CONFIRMED_MAX, (newest?.learnedFrom.tickets ?? 0) + news.decisions);
    return { confirmed, bands, pairs, guesses };
  }
}

function recordAt(bands: readonly BandRecord[], confidence: number | null): SuggestionRecord | null {
  if (confidence === null) return null;
  const band = Math.min(Math.floor(confidence * BANDS), BANDS - 1);
  return sumOf(bands.filter((one) => Math.abs(one.band - band) <= 1));
}

function sumOf(records: readonly PairRecord[]): SuggestionRecord | null {
  const sum = (count: 'right' | 'of') => records.reduce((total, one) => total + one[count], 0);
  return sum('of') < RECORD_FROM ? null : { right: sum('right'), of: sum('of') };
}
