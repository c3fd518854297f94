import { WrittenWords } from './written-words.ts';

const written = new WrittenWords({
  title: 'INVOICE 4711',
  description: 'İstanbul: the Double\n charge can’t be syntax. Double, and charge',
});

it.each([
  ['invoice', 'INVOICE'],
  ['double charge', 'Double\n charge'],
  ["can't", 'can’t'],
  ['tax', null],
  ['charge double', null],
  ['syntax double', 'syntax. Double'],
])('the words “%s” are found as somebody wrote them: %j', (named, found) => {
  expect(written.find(named)).toBe(found);
});
