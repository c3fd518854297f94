import type { FieldAnswer } from './answers.ts';
import { fieldReport } from './field-report.ts';

/** An answer of `a`, as it was offered: alone, with another to choose from, or not at all. */
function answered(truth: string, confidence: number, options: readonly string[]): FieldAnswer {
  const abstained = options.length === 0 ? 'too_close' : null;
  return { truth, answer: 'a', confidence, alone: options.length === 1, offered: options.includes(truth), abstained };
}

it('tells apart what was named alone, what was offered to choose from, and silence', () => {
  const report = fieldReport(
    [
      answered('a', 0.95, ['a']),
      answered('a', 0.8, ['a']),
      answered('b', 0.6, ['a']),
      answered('b', 0.5, ['a', 'b']),
      answered('c', 0.45, ['a', 'b']),
      answered('a', 0.4, []),
      answered('c', 0.4, []),
      answered('c', 0.4, []),
    ],
    ['a', 'b', 'c'],
  );
  expect(report).toMatchObject({
    ...{ coverage: 3 / 8, accuracy_at_threshold: 2 / 3 },
    ...{ two: 2 / 8, two_right: 1 / 2 },
    ...{ offered: 5 / 8, offered_right: 3 / 5 },
    ...{ sure_coverage: 1 / 8, sure_precision: 1 },
    abstained: { too_close: 3 / 8 },
  });
});
