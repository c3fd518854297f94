import { DESCRIPTION_MAX } from '../../vocabulary/ticket-text.ts';
import { firstWords } from './first-words.ts';

describe('what a ticket begins with', () => {
  it.each<readonly [string, string, string, { description: string; folded: string }]>([
    [
      'is whole, with its quote folded',
      'Yes.\n\n',
      '> Six?\n',
      { description: 'Yes.\n\n> Six?\n', folded: '> Six?\n' },
    ],
    ['has nothing folded without a quote', 'Yes.', '', { description: 'Yes.', folded: '' }],
    [
      'shows a quote beside which nothing is seen',
      ' \u200b\n',
      '> Six?',
      { description: ' \u200b\n> Six?', folded: '' },
    ],
    [
      'has as much of a quote folded as it holds',
      '😀'.repeat(DESCRIPTION_MAX - 2),
      '> Six?',
      { description: `${'😀'.repeat(DESCRIPTION_MAX - 2)}> `, folded: '> ' },
    ],
    [
      'has no quote where the words alone are too many',
      'x'.repeat(DESCRIPTION_MAX + 1),
      '> Six?',
      { description: 'x'.repeat(DESCRIPTION_MAX), folded: '' },
    ],
  ])('%s', (_, text, folded, expected) => {
    expect(firstWords({ text, folded })).toEqual(expected);
  });
});
