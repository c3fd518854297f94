import type { Erasure } from '../../api/model';
import { erasureWords } from './erasure-words';

it.each<[Partial<Erasure>, string]>([
  [{ step: 'tickets', tickets: 0 }, 'Being erased: their words go'],
  [{ step: 'tickets', tickets: 1 }, 'Being erased: words are gone from 1 ticket so far'],
  [{ step: 'mails', mails: 4_000, mails_in_all: 90_000 }, 'Being erased: 4,000 of 90,000 mails gone over'],
  [{ step: 'rest' }, 'Being erased: what else is known of them goes'],
  [
    { step: 'done', tickets: 4, messages: 17 },
    'Erased for good: 17 texts in 4 tickets, and all that was known of them',
  ],
])('an erasure at %j reads "%s"', (at, words) => {
  const none = { asked_at: '2026-04-21T08:12:40.120Z', finished_at: null, reason: 'They asked.', tickets: 0 };
  expect(erasureWords({ ...none, step: 'tickets', messages: 0, mails: 0, mails_in_all: null, ...at })).toBe(words);
});
