import { Injectable } from '@nestjs/common';
import { cutPage, decodeCursor } from '../../common/http/keyset-cursor.ts';
import { Settings } from '../../config/settings.ts';
import { MEASURED_FROM } from '../../suggestions/domain/confirmed.ts';
import { timeZoneName } from '../../common/local-days.ts';
import { type KnownTally, driftOf, knownShareOf, together, withLimits } from './domain/drift.ts';
import { modelChanges } from './domain/model-changes.ts';
import { sharesOf, sumOf } from './domain/outcomes.ts';
import { reliabilityOf } from './domain/reliability.ts';
import { type QualityPeriod, qualityPeriod } from './quality-period.ts';
import { type PartCounts, QualityRepository } from './quality.repository.ts';
import type { CellQuestion, CellTicketPage, OutcomeLine, Quality, QualityPart, QualityQuestion } from './quality.ts';

/** The same without a time zone is by the days of the desk. */
export type WithZone<Question extends QualityQuestion> = Omit<Question, 'timeZone'> & { readonly timeZone?: string };

/** Tells how good suggestions are, from what became of them. */
@Injectable()
export class QualityService {
  constructor(
    private readonly repository: QualityRepository,
    private readonly settings: Settings,
  ) {}

  /** @throws ValidationFailed for days that make no period. */
  async read(question: WithZone<QualityQuestion>): Promise<Quality> {
    const asOf = new Date();
    const { field } = question;
    const { timeZone, period, by } = this.understood(question, asOf);
    const [counts, latency, atEnd, atBeginning, automatic, confirmed, costs] = await Promise.all([
      this.repository.counts(field, period, by),
      this.repository.latency(period, by),
      this.repository.knownShares(field, period.bounds.at(-1), by),
      this.repository.knownShares(field, period.bounds[0], by),
      this.repository.applied(period, by),
      this.repository.confirmed(),
      this.repository.costs(period, by),
    ]);
    const measured = confirmed >= MEASURED_FROM;
    const outcomes = sumOf(counts.parts);
    const bins = (state: 'shown' | 'hidden') => counts.bins.filter((bin) => bin.state === state);
    return {
      ...{ asOf, timeZone: timeZoneName(timeZone), field, from: period.from, to: period.to, unit: period.unit },
      ...{ confirmed, measured, outcomes, shares: sharesOf(outcomes, measured) },
      parts: partsOf(period, counts.parts, { before: together(atBeginning.newest, atBeginning.before), measured }),
      changes: modelChanges(counts.spells),
      confusion: counts.confusion,
      reliability: {
        shown: reliabilityOf(bins('shown'), measured),
        hidden: reliabilityOf(bins('hidden'), measured),
      },
      ...{ latency, automatic, failures: counts.failures },
      models: counts.models.map((one) => ({ ...one, ...sharesOf(one, measured) })),
      costs,
      drift: driftOf(atEnd.newest, atEnd.before),
    };
  }

  /** What became of the suggestions of every model in every part of a period. @throws ValidationFailed like `read`. */
  async lines(question: WithZone<QualityQuestion>): Promise<OutcomeLine[]> {
    const { period, by } = this.understood(question);
    const [lines, confirmed, costs] = await Promise.all([
      this.repository.lines(question.field, period, by),
      this.repository.confirmed(),
      this.repository.costLines(period, by),
    ]);
    const costOf = new Map(
      costs.map(({ place, model, version, ...cost }) => [keyOf(place, model, version), cost] as const),
    );
    const nothing = { promptTokens: null, completionTokens: null, cost: null };
    return lines.map(({ place, known, ...line }) => {
      const { from, to } = period.parts[place] ?? period;
      const cost = line.source === 'llm' ? costOf.get(keyOf(place, line.model, line.version)) : undefined;
      return {
        ...line,
        from,
        to,
        outcomes: line,
        shares: sharesOf(line, confirmed >= MEASURED_FROM),
        known: knownShareOf(known),
        ...(cost ?? nothing),
      };
    });
  }

  /**
   * The tickets of one cell of the confusion matrix that are not deleted, the newest suggestion first.
   *
   * @throws ValidationFailed like `read`, and for a cursor that is none.
   */
  async ticketsOf(
    { suggested, chosen, ...question }: WithZone<CellQuestion>,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  ): Promise<CellTicketPage> {
    const { period, by } = this.understood(question);
    const cell = { ...by, suggested, chosen };
    const after = cursor === undefined ? null : decodeCursor(cursor);
    const found = await this.repository.ofCell(question.field, period, cell, { after, limit: limit + 1 });
    const { shown: tickets, next } = cutPage(found, limit, (last) => last);
    return { tickets, next };
  }

  /** Which days a question is about, and whose suggestions. */
  private understood(
    { timeZone = this.settings.timeZone, source, model, version, ...asked }: WithZone<QualityQuestion>,
    now = new Date(),
  ) {
    return { timeZone, period: qualityPeriod(asked, now, timeZone), by: { source, model, version } };
  }
}

function keyOf(place: number, model: string | null, version: string | null): string {
  return JSON.stringify([place, model, version]);
}

function partsOf(
  { parts }: QualityPeriod,
  counts: readonly PartCounts[],
  { before, measured }: { readonly before: KnownTally; readonly measured: boolean },
): QualityPart[] {
  const counted = parts.map((part, place) => {
    const here = counts.filter((one) => one.place === place);
    return { ...part, outcomes: sumOf(here), known: together(...here.map((one) => one.known)) };
  });
  return withLimits(counted, before).map(({ outcomes, ...part }) => ({
    ...part,
    asked: outcomes.asked,
    ...sharesOf(outcomes, measured),
  }));
}
