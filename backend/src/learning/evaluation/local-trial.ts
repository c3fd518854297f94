import type { DecidedTicket } from '../domain/decided-ticket.ts';
import { fitDeskModel } from '../domain/desk-model-fit.ts';
import { DeskModel } from '../domain/desk-model.ts';
import type { LearnableCategory } from '../domain/lesson.ts';
import type { FieldJudgement } from '../domain/local-judgement.ts';
import type { Starter } from '../domain/starter.ts';
import { languageLikeness } from '../language-likeness.ts';
import type { FieldAnswer, TicketAnswer, Trial } from './answers.ts';

/** The desk that is tried: its categories, and what it knows without tickets. */
export interface TriedDesk {
  readonly categories: readonly LearnableCategory[];
  readonly starter: Starter | null;
}

/** So many tickets are judged in one step. */
const PART = 500;
/** What learning from nothing but what is shipped takes, and from each ticket beside it, as long as a judgement takes. */
const [SHIPPED, TICKET] = [4_000, 10];

/** How much work it is to learn from that many tickets, where judging one is 1. */
export function learningWork(tickets: number): number {
  return SHIPPED + TICKET * tickets;
}

/** The tickets in the steps in which they are judged. */
export function partsJudged<Item>(tickets: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(tickets.length / PART) }, (_, at) => tickets.slice(at * PART, (at + 1) * PART));
}

/**
 * Lets the desk learn from some tickets and judge others.
 *
 * @param done is told after learning and after each part that was judged.
 */
export function localTrial(
  desk: TriedDesk,
  learned: readonly DecidedTicket[],
  tested: readonly DecidedTicket[],
  done: () => void = () => undefined,
): Trial {
  const model = modelOf(desk, learned);
  done();
  return judgedBy(model, desk, tested, done);
}

/** The model that the desk makes of tickets, as it goes to the database and comes back. */
export function modelOf(desk: TriedDesk, learned: readonly DecidedTicket[]): DeskModel {
  const { bytes } = fitDeskModel(learned, { ...desk, likenessOf: languageLikeness });
  return DeskModel.load(bytes, languageLikeness);
}

export function judgedBy(
  model: DeskModel,
  desk: TriedDesk,
  tested: readonly DecidedTicket[],
  done: () => void = () => undefined,
): Trial {
  const begin = performance.now();
  const judgements = partsJudged(tested).flatMap((part) => {
    const ofPart = part.map(({ text }) => model.judge(text, desk.categories));
    done();
    return ofPart;
  });
  const msPerPrediction = (performance.now() - begin) / Math.max(1, tested.length);
  const answers = tested.map(({ category, priority }, at): TicketAnswer => {
    const judgement = judgements[at];
    if (!judgement) throw new Error('A ticket was not judged');
    return {
      category: answerOf(judgement.category, category),
      priority: priority && { ...answerOf(judgement.priority, priority), truth: priority },
    };
  });
  return { answers, msPerPrediction, failures: 0 };
}

function answerOf({ value, confidence, options, abstained }: FieldJudgement, truth: string): FieldAnswer {
  return { truth, answer: value, confidence, alone: options.length === 1, offered: options.includes(truth), abstained };
}
