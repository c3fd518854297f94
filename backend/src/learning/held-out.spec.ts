import { join } from 'node:path';
import { STARTER_CATEGORIES } from './starter/starter-categories.ts';
import { STARTER } from './starter/starter.ts';
import { fieldReport } from './evaluation/field-report.ts';
import { labelledTickets } from './evaluation/labelled-tickets.ts';
import { localTrial } from './evaluation/local-trial.ts';

/** Written by somebody who had seen neither the starter's tickets nor its terms; nothing is tuned to them. */
const files = ['customers', 'it-desk'].map(
  (name) => labelledTickets(join(import.meta.dirname, `../../test/held-out/${name}.jsonl`), new Map()).tickets,
);
const keys = STARTER_CATEGORIES.map(({ key }) => key);

describe('tickets that the starter was not written for', () => {
  const all = files.flat();
  const { answers } = localTrial({ categories: STARTER_CATEGORIES, starter: STARTER }, [], all);
  const reports = files.map((tickets, at) => {
    const from = at === 0 ? 0 : (files[0]?.length ?? 0);
    return fieldReport(
      answers.slice(from, from + tickets.length).map(({ category }) => category),
      keys,
    );
  });

  it('are at least 150', () => {
    expect(all.length).toBeGreaterThanOrEqual(150);
  });

  it.each([
    ['of customers', 0, 0.72],
    ['of an IT desk', 1, 0.91],
  ])('%s are sorted at the first start at least as well as was measured', (_, at, floor) => {
    expect(reports[at]?.macro_f1).toBeGreaterThanOrEqual(floor);
  });

  it('are seldom sorted wrongly where the desk claims to be sure', () => {
    const { sure_precision } = fieldReport(
      answers.map(({ category }) => category),
      keys,
    );
    expect(sure_precision).toBeGreaterThanOrEqual(0.95);
  });

  it('are judged by urgency better than by chance', () => {
    const { kappa } = fieldReport(
      answers.flatMap(({ priority }) => priority ?? []),
      ['low', 'medium', 'high', 'critical'],
    );
    expect(kappa).toBeGreaterThanOrEqual(0.25);
  });
});
