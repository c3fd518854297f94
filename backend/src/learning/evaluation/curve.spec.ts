import type { FieldAnswer } from './answers.ts';
import { summaryOf } from './curve.ts';
import { fieldReport } from './field-report.ts';

function draw(answers: readonly (readonly [truth: string, confidence: number])[]): ReturnType<typeof fieldReport> {
  return fieldReport(
    answers.map(([truth, confidence]): FieldAnswer => ({
      ...{ truth, answer: 'a', confidence },
      ...{ alone: true, offered: truth === 'a', abstained: null },
    })),
    ['a', 'b'],
  );
}

describe('the draws of a curve together', () => {
  it('say how often sure answers were right by those that there were, not by draws in which nobody was sure', () => {
    const sure = draw([...new Array<[string, number]>(9).fill(['a', 0.95]), ['b', 0.95]]);
    const unsure = draw(new Array<[string, number]>(10).fill(['a', 0.6]));
    expect(summaryOf([sure, unsure, unsure])).toMatchObject({
      sure_coverage: expect.closeTo(1 / 3) as number,
      sure_precision: expect.closeTo(0.9) as number,
    });
  });

  it('have the mean accuracy of all', () => {
    expect(summaryOf([draw([['a', 0.6]]), draw([['b', 0.6]])])).toMatchObject({
      accuracy: 0.5,
      sure_coverage: 0,
      sure_precision: 0,
    });
  });
});
