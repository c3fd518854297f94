import { type ConfirmedTicket, inOrderOfDecision, learnedTicket } from '../domain/confirmed-ticket.ts';
import { fitDeskModel } from '../domain/desk-model-fit.ts';
import { DeskModel } from '../domain/desk-model.ts';
import { stratifiedFolds } from '../domain/folds.ts';
import { changedStarter } from '../domain/lexicon.ts';
import type { FieldJudgement } from '../domain/local-judgement.ts';
import { textMark } from '../domain/same-text.ts';
import { languageLikeness } from '../language-likeness.ts';
import { STARTER } from '../starter/starter.ts';
import type { SaidOfField } from './replay-answer.ts';
import type { KnownModel, LocalAnswer, ReplayOrder, ReplayedTicket, StoredModel } from './replay-order.ts';

const FOLDS = 5;

/** A ticket with its words, as it was drawn into one of five parts. */
interface Drawn extends Pick<ConfirmedTicket, 'id' | 'text'> {
  readonly fold: number;
  readonly writtenAt: Date;
}

/** Whether a model can know a ticket only if it was told the future. */
export function isUnseenBy(
  { madeAt, learnedUntil }: KnownModel,
  { writtenAt }: Pick<ReplayedTicket, 'writtenAt'>,
): boolean {
  return learnedUntil === null || writtenAt > madeAt;
}

/**
 * Judges tickets by stored models without ever asking one about what it has learned. A ticket that was written after a model
 * was made is judged by the model as it stands. Any other is judged by one that is made in its place, in the same way, of the
 * tickets that the stored one could learn from, but for the fifth that this ticket and all of the same text are in.
 *
 * @param tickets the confirmed ones, in any order; those that are judged are among them.
 * @param judged is told of answers as they come.
 */
export function judgeReplay(
  tickets: readonly ConfirmedTicket[],
  order: ReplayOrder,
  judged: (answers: readonly LocalAnswer[]) => void,
): void {
  const ordered = inOrderOfDecision(tickets);
  const drawn = drawnParts(ordered, order.replayed);
  for (const model of order.models) {
    const judge = (by: DeskModel, some: readonly Drawn[]): void => {
      const answers = order.sides.flatMap((side, place) =>
        side.model === model.id ? some.map((ticket) => answerOf(by, ticket, place, order)) : [],
      );
      if (answers.length > 0) judged(answers);
    };
    const unseen = drawn.filter((ticket) => isUnseenBy(model, ticket));
    if (unseen.length > 0) judge(DeskModel.load(Buffer.from(model.bytes), languageLikeness), unseen);
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const held = drawn.filter((ticket) => ticket.fold === fold && !isUnseenBy(model, ticket));
      if (held.length > 0) judge(madeWithout(held, ordered, model, order), held);
    }
  }
}

/** In which part each is held out; tickets of one text are in the same. */
function drawnParts(ordered: readonly ConfirmedTicket[], replayed: readonly ReplayedTicket[]): Drawn[] {
  const writtenAt = new Map(replayed.map(({ id, writtenAt: at }) => [id, at]));
  const asked = ordered.filter(({ id }) => writtenAt.has(id));
  const categories = [...new Set(asked.map(({ category }) => category))].sort();
  const parts = stratifiedFolds(
    asked.map(({ category }) => categories.indexOf(category)),
    FOLDS,
  );
  const partOfText = new Map<string, number>();
  return asked.map(({ id, text }, at) => {
    const mark = textMark(text);
    const fold = partOfText.get(mark) ?? parts[at] ?? 0;
    partOfText.set(mark, fold);
    return { id, text, fold, writtenAt: writtenAt.get(id) ?? new Date(0) };
  });
}

function madeWithout(
  held: readonly Drawn[],
  ordered: readonly ConfirmedTicket[],
  { learnedUntil }: StoredModel,
  { categories, lexicon }: ReplayOrder,
): DeskModel {
  const texts = new Set(held.map(({ text }) => textMark(text)));
  const learned = ordered.filter(
    ({ decidedAt, text }) => learnedUntil !== null && decidedAt <= learnedUntil && !texts.has(textMark(text)),
  );
  const starter = changedStarter(STARTER, lexicon);
  const { bytes } = fitDeskModel(learned.map(learnedTicket), { categories, starter, likenessOf: languageLikeness });
  return DeskModel.load(bytes, languageLikeness);
}

function answerOf(by: DeskModel, { id, text }: Drawn, side: number, { categories, sides }: ReplayOrder): LocalAnswer {
  const { category, priority } = by.judge(text, categories, sides[side]?.thresholds);
  return { side, ticket: id, answer: { category: saidOf(category), priority: saidOf(priority) } };
}

function saidOf({ value, confidence, options, abstained }: FieldJudgement): SaidOfField {
  return { value, confidence, options, abstained };
}
