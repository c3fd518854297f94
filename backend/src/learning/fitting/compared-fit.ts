import { type ConfirmedTicket, inOrderOfDecision, learnedTicket } from '../domain/confirmed-ticket.ts';
import { type FittedModel, type HeldOutAnswer, fitDeskModel } from '../domain/desk-model-fit.ts';
import { DeskModel } from '../domain/desk-model.ts';
import { wilsonInterval } from '../domain/metrics.ts';
import { changedStarter } from '../domain/lexicon.ts';
import type { HeldOutAnswers, HeldOutRecord, Model } from '../domain/model.ts';
import { type Comparison, type PairedAnswer, compared } from '../domain/promotion.ts';
import type { SuspectedTicket } from '../domain/suspected-ticket.ts';
import { languageLikeness } from '../language-likeness.ts';
import { STARTER } from '../starter/starter.ts';
import type { FitOrder } from './fit-order.ts';

/** A new model, how good it is, and how it does beside the one that answers. */
export interface ComparedFit extends Pick<Model, 'version' | 'metrics' | 'comparison'> {
  readonly bytes: Uint8Array;
  readonly heldOut: HeldOutAnswers;
  /** The tickets that look filed wrongly, the likeliest first. */
  readonly suspects: readonly SuspectedTicket[];
}

/** Makes a model of what is shipped with the desk and of confirmed tickets. The same tickets, in any order, give the same bytes. */
export function comparedFit(
  tickets: readonly ConfirmedTicket[],
  { categories, lexicon, before }: FitOrder,
): ComparedFit {
  const ordered = inOrderOfDecision(tickets);
  const starter = changedStarter(STARTER, lexicon);
  const fit = fitDeskModel(ordered.map(learnedTicket), { categories, starter, likenessOf: languageLikeness });
  const model = DeskModel.load(fit.bytes, languageLikeness);
  // Of many tickets only the newest are held out, which come last.
  const judged = ordered.slice(ordered.length - fit.heldOut.length);
  return {
    version: model.version,
    bytes: fit.bytes,
    metrics: { ...recordOf(judged, fit), fit: fit.metrics },
    heldOut: answersOf(judged, fit.heldOut),
    suspects: suspectedOf(judged, fit),
    comparison: before && compareWith(before, judged, fit.heldOut, { categories, known: model.categories }),
  };
}

/** On each ticket, what either said that had not learned from it: held out of a fit, or decided after it. */
function compareWith(
  before: NonNullable<FitOrder['before']>,
  tickets: readonly ConfirmedTicket[],
  heldOut: readonly HeldOutAnswer[],
  { categories, known }: Pick<FitOrder, 'categories'> & { readonly known: readonly string[] },
): Comparison {
  const answering = DeskModel.load(Buffer.from(before.bytes), languageLikeness);
  const said = new Map(Object.entries(before.heldOut).flatMap(([category, ids]) => ids.map((id) => [id, category])));
  const answers = heldOut.flatMap(({ category: after }, index): PairedAnswer[] => {
    const ticket = tickets[index];
    if (!ticket) return [];
    const first = said.get(ticket.id) ?? answering.judge(ticket.text, categories).category.value;
    return [{ right: ticket.category, before: first, after }];
  });
  const offered = categories.map(({ key }) => key);
  return compared(answers, { known, offered, used: answering.categories.filter((key) => offered.includes(key)) });
}

function answersOf(tickets: readonly ConfirmedTicket[], heldOut: readonly HeldOutAnswer[]): HeldOutAnswers {
  const answers: Record<string, number[]> = {};
  heldOut.forEach(({ category }, index) => {
    const ticket = tickets[index];
    if (ticket) (answers[category] ??= []).push(ticket.id);
  });
  return answers;
}

function suspectedOf(tickets: readonly ConfirmedTicket[], { suspects, metrics }: FittedModel): SuspectedTicket[] {
  const { categories } = metrics;
  return suspects.flatMap(({ at, filed, likelier, confidence }) => {
    const [ticket, from, to] = [tickets[at], categories[filed], categories[likelier]];
    return ticket && from !== undefined && to !== undefined
      ? [{ id: ticket.id, filed: from, likelier: to, confidence }]
      : [];
  });
}

function recordOf(tickets: readonly ConfirmedTicket[], { heldOut, metrics }: FittedModel): HeldOutRecord {
  const { category: figures } = metrics;
  const right = heldOut.filter(({ category }, index) => tickets[index]?.category === category).length;
  const silent = heldOut.filter(({ abstains }) => abstains).length;
  const of = heldOut.length;
  return {
    tickets: of,
    accuracy: of === 0 ? null : right / of,
    accuracyInterval: of === 0 ? null : wilsonInterval(right, of),
    macroF1: figures?.macroF1 ?? null,
    ece: figures?.ece ?? null,
    abstained: of === 0 ? null : silent / of,
  };
}
