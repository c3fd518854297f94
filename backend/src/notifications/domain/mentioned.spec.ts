import { mentioned } from './mentioned.ts';

const people = [
  { id: 1, username: 'ada', displayName: 'Ada' },
  { id: 2, username: 'ada.lovelace', displayName: 'Ada Lovelace' },
  { id: 3, username: 'mina_park', displayName: 'Mina Park' },
  { id: 4, username: 'park2', displayName: 'Mina Park' },
  { id: 5, username: 'zoe', displayName: 'Zoë Ångström' },
  { id: 6, username: 'li', displayName: '李 雷' },
];

describe('who is mentioned in a note', () => {
  it.each<[string, string, number[]]>([
    ['nobody without a sign', 'Ada and Mina Park', []],
    ['a username', 'Ask @zoe please', [5]],
    ['a display name', '@Zoë Ångström knows', [5]],
    ['in another case and another form', '@ZOË ÅNGSTRÖM'.normalize('NFD'), [5]],
    ['in another script', '@李 雷，你好', [6]],
    ['the longest of names that begin alike', 'For @Ada Lovelace', [2]],
    ['the short one where the long one ends otherwise', 'For @Ada Love', [1]],
    ['a username with a point', '@ada.lovelace', [2]],
    ['a username before the end of a sentence', 'That is for @ada.', [1]],
    ['not somebody whose name goes on', '@adas and @ada.l and @ada-x', []],
    ['all who are called the same', '@mina park', [3, 4]],
    ['each once, in the order of the text', '@zoe and @ada, @zoe', [5, 1]],
    ['not within an address', 'ada@zoe.example, mailto:x@ada', []],
    ['in brackets, quotes and lists', '(@zoe) "@ada"\n- @li', [5, 1, 6]],
    ['over the end of a line', '@Zoë\nÅngström', [5]],
    ['with the backslash of Markdown', '@mina\\_park', [3]],
    ['nobody unknown', '@nobody', []],
  ])('%s', (_, text, ids) => {
    expect(mentioned(text, people)).toEqual(ids);
  });

  it('is found soon in a note that is all signs', () => {
    const many = Array.from({ length: 2_000 }, (_, id) => ({
      id,
      username: `p${String(id)}`,
      displayName: `P ${String(id)}`,
    }));
    const begun = process.cpuUsage();
    expect(mentioned(' @p'.repeat(6_000), many)).toEqual([]);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(1_000);
  });
});
