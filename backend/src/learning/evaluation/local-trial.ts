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

/** Lets the desk learn from some tickets and judge others. */
export function localTrial(
  desk: TriedDesk,
  learned: readonly DecidedTicket[],
  tested: readonly DecidedTicket[],
): Trial {
  return judgedBy(modelOf(desk, learned), desk, tested);
}

/** The model that the desk makes of tickets, as it goes to the database and comes back. */
export function modelOf(desk: TriedDesk, learned: readonly DecidedTicket[]): DeskModel {
  const { bytes } = fitDeskModel(learned, { ...desk, likenessOf: languageLikeness });
  return DeskModel.load(bytes, languageLikeness);
}

export function judgedBy(model: DeskModel, desk: TriedDesk, tested: readonly DecidedTicket[]): Trial {
  const begin = performance.now();
  const judgements = tested.map(({ text }) => model.judge(text, desk.categories));
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
