import type { ConfirmedTicket } from '../domain/confirmed-ticket.ts';
import { learnedTicket } from '../domain/confirmed-ticket.ts';
import { fitDeskModel } from '../domain/desk-model-fit.ts';
import { NO_CHANGES } from '../domain/lexicon.ts';
import { languageLikeness } from '../language-likeness.ts';
import { STARTER } from '../starter/starter.ts';
import { STARTER_CATEGORIES } from '../starter/starter-categories.ts';
import { judgeReplay } from './judged-replay.ts';
import type { LocalAnswer, ReplayOrder } from './replay-order.ts';

const MADE_AT = new Date('2026-04-10');
const BEFORE = new Date('2026-04-01');
const AFTER = new Date('2026-04-20');

/** A thing that only this desk knows, and puts where nobody would expect it. */
const TICKETS = Array.from({ length: 12 }, (_, index): ConfirmedTicket => {
  const text = { title: 'zarfquux', description: 'The zarfquux blorbs again' };
  return { id: index + 1, text, category: 'account', priority: 'low', isCorrection: true, decidedAt: BEFORE };
});
const FITTED = fitDeskModel(TICKETS.map(learnedTicket), {
  ...{ categories: STARTER_CATEGORIES, starter: STARTER, likenessOf: languageLikeness },
});

function judged(writtenAt: Date, order: Partial<ReplayOrder> = {}): LocalAnswer[] {
  const answers: LocalAnswer[] = [];
  const model = { id: 7, version: 'v', bytes: FITTED.bytes, madeAt: MADE_AT, learnedUntil: BEFORE, isOfToday: true };
  judgeReplay(
    TICKETS,
    {
      ...{ categories: STARTER_CATEGORIES, lexicon: NO_CHANGES, models: [model] },
      ...{ sides: [{ model: 7, thresholds: {} }], replayed: [{ id: 3, writtenAt }] },
      ...order,
    },
    (some) => answers.push(...some),
  );
  return answers;
}

describe('a stored model that is tried again', () => {
  it('judges as it stands what was written after it was made', () => {
    const [answer] = judged(AFTER);
    expect(answer?.answer.category).toMatchObject({ value: 'account', options: ['account'], abstained: null });
  });

  it('is not asked about what it has learned from: one that is made without this text does not know it', () => {
    const [answer] = judged(BEFORE);
    expect(answer?.answer.category.abstained).toBe('unknown_words');
    expect(answer?.answer.category.options).toEqual([]);
  });

  it('judges each ticket once for each side, by the thresholds of the side', () => {
    const sides = [
      { model: 7, thresholds: {} },
      { model: 7, thresholds: { category: 1 } },
    ];
    const answers = judged(AFTER, { sides });
    expect(answers.map(({ side, ticket }) => [side, ticket])).toEqual([
      [0, 3],
      [1, 3],
    ]);
    expect(answers[0]?.answer.category.options).toEqual(['account']);
    expect(answers[1]?.answer.category.options).not.toEqual(['account']);
  });
});
