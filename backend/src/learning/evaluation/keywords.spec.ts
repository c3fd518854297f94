import { Keywords } from './keywords.ts';

const keywords = new Keywords([
  { term: 'card', category: 'billing' },
  { term: 'double charge', category: 'billing' },
  { term: '2fa', category: 'account' },
  { term: '404', category: 'technical' },
  { term: "can't sign in", category: 'account' },
]);

it.each([
  ['my card shows a double charge', { billing: 2 }],
  ['cards and discard', {}],
  ['the double is here, the charge is not', {}],
  ['2fa says 404', { account: 1, technical: 1 }],
  ["i can't sign in (card-holder)", { account: 1, billing: 1 }],
  ['', {}],
])('keywords count as whole words: %j', (text, hits) => {
  expect(Object.fromEntries(keywords.hitsIn(text))).toEqual(hits);
});
