import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { KeysetPosition } from '../../common/http/keyset-cursor.ts';
import { StandbyReads } from '../../database/standby-reads.ts';
import { type OpenTransaction, withTransaction } from '../../database/transaction.ts';
import type { SuggestedField } from '../../suggestions/domain/suggested-field.ts';
import type { SuggestedBy } from '../../suggestions/domain/suggestion.ts';
import type { KnownTally } from './domain/drift.ts';
import type { Spell } from './domain/model-changes.ts';
import type { Outcomes } from './domain/outcomes.ts';
import type { BinTally } from './domain/reliability.ts';
import type { QualityPeriod } from './quality-period.ts';
import {
  APPLIED,
  CONFIRMED,
  COSTS,
  COST_LINES,
  LATENCY,
  counts,
  knownShares,
  outcomeLines,
  ticketsOfCell,
} from './quality.sql.ts';
import type {
  AppliedCount,
  CellTicket,
  ConfusionCell,
  FailureCount,
  Latency,
  LlmCost,
  ModelQuality,
  SuggesterFilter,
} from './quality.ts';

/** What became of the suggestions of one part, and how familiar their tickets were. */
export interface PartCounts extends Outcomes {
  readonly place: number;
  readonly known: KnownTally;
}

/** What the database counts of a period; parts without a question are missing. */
export interface QualityCounts {
  readonly parts: readonly PartCounts[];
  readonly models: readonly (Outcomes &
    Pick<ModelQuality, 'source' | 'model' | 'version' | 'first' | 'last' | 'made'>)[];
  readonly spells: readonly Spell[];
  readonly confusion: readonly ConfusionCell[];
  readonly bins: readonly (BinTally & { readonly state: 'shown' | 'hidden' })[];
  readonly failures: readonly FailureCount[];
}

/** What the suggestions of one model in one part took and cost. */
export interface CostRow {
  readonly place: number;
  readonly model: string | null;
  readonly version: string | null;
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  readonly cost: number | null;
}

/** What became of the suggestions of one model in one part. */
export interface OutcomeRow extends PartCounts, SuggestedBy {}

interface CellRow extends Omit<CellTicket, 'id' | 'chosenBy'> {
  readonly id: string;
  readonly chosenBy: string;
}

/** As JSON brings them: times are texts. */
type Written<Row> = Omit<Row, 'first' | 'last'> & { readonly first: string; readonly last: string };

interface CountsRow extends Omit<QualityCounts, 'models' | 'spells'> {
  readonly models: readonly (Omit<Written<QualityCounts['models'][number]>, 'made'> & {
    readonly made: string | null;
  })[];
  readonly spells: readonly Written<Spell>[];
}

/** Counts in the ledger what became of suggestions. */
@Injectable()
export class QualityRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly standby: StandbyReads,
  ) {}

  async counts(field: SuggestedField, { bounds }: QualityPeriod, by: SuggesterFilter): Promise<QualityCounts> {
    const row = only(await this.grouped<CountsRow>(counts(field), bounds, by));
    return {
      ...row,
      models: row.models.map((model) => ({ ...read(model), made: model.made === null ? null : new Date(model.made) })),
      spells: row.spells.map((spell) => read(spell)),
    };
  }

  /** What became of the suggestions of every model in every part of a period. */
  lines(field: SuggestedField, { bounds }: QualityPeriod, by: SuggesterFilter): Promise<OutcomeRow[]> {
    return this.grouped(outcomeLines(field), bounds, by);
  }

  /** Tickets where `suggested` was shown and a person chose `chosen`, the newest suggestion first. */
  async ofCell(
    field: SuggestedField,
    { bounds }: QualityPeriod,
    { suggested, chosen, ...by }: SuggesterFilter & { readonly suggested: string; readonly chosen: string },
    { after, limit }: { readonly after: KeysetPosition | null; readonly limit: number },
  ): Promise<CellTicket[]> {
    const place = [after?.createdAt ?? null, after?.id ?? null];
    const values = [bounds[0], bounds.at(-1), ...whose(by), suggested, chosen, ...place, limit];
    const rows: CellRow[] = await this.dataSource.query(ticketsOfCell(field), values);
    return rows.map((row) => ({ ...row, id: Number(row.id), chosenBy: Number(row.chosenBy) }));
  }

  async latency({ bounds }: QualityPeriod, by: SuggesterFilter): Promise<Latency> {
    return only(await this.dataSource.query(LATENCY, [bounds[0], bounds.at(-1), ...whose(by)]));
  }

  /** How familiar the newest suggestions before a moment were, and those before them. */
  async knownShares(
    field: SuggestedField,
    until: Date | undefined,
    by: SuggesterFilter,
  ): Promise<{ newest: KnownTally; before: KnownTally }> {
    return only(await this.dataSource.query(knownShares(field), [until, ...whose(by)]));
  }

  /** What the calls of LLMs took and cost, by model, the dearest first. */
  async costs({ bounds }: QualityPeriod, { source = 'llm', model }: SuggesterFilter): Promise<LlmCost[]> {
    return source === 'llm' ? this.dataSource.query(COSTS, [bounds[0], bounds.at(-1), model ?? null]) : [];
  }

  /** The same of the suggestions of each part, by model and version of the prompt. */
  costLines({ bounds }: QualityPeriod, { model }: SuggesterFilter): Promise<CostRow[]> {
    const seconds = bounds.map((bound) => bound.getTime() / 1000);
    return this.dataSource.query(COST_LINES, [seconds, bounds[0], bounds.at(-1), model ?? null]);
  }

  /** What the desk applied by itself. */
  async applied({ bounds }: QualityPeriod, by: SuggesterFilter): Promise<AppliedCount> {
    return only(await this.dataSource.query(APPLIED, [bounds[0], bounds.at(-1), ...whose(by)]));
  }

  async confirmed(): Promise<number> {
    return only<{ confirmed: number }>(await this.dataSource.query(CONFIRMED)).confirmed;
  }

  private grouped<Row>(sql: string, bounds: readonly Date[], by: SuggesterFilter): Promise<Row[]> {
    const seconds = bounds.map((bound) => bound.getTime() / 1000);
    const read = async (transaction: OpenTransaction): Promise<Row[]> => {
      // The groups of a hundred thousand suggestions fit; sorting them on disk instead takes twice as long.
      await transaction.query(`SET LOCAL work_mem = '32MB'`);
      return transaction.last(sql, [seconds, bounds[0], bounds.at(-1), ...whose(by)]);
    };
    return this.standby.read(read, () => withTransaction(this.dataSource, read));
  }
}

function whose({ source = null, model = null, version = null }: { [Name in keyof SuggesterFilter]: string | null }) {
  return [source, model, version];
}

function only<Row>(rows: Row[]): Row {
  if (!rows[0]) throw new Error('The database returned no figures');
  return rows[0];
}

function read<Row extends { readonly first: string; readonly last: string }>(row: Row) {
  return { ...row, first: new Date(row.first), last: new Date(row.last) };
}
