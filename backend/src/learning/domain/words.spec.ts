import { wordsOf } from './words.ts';

const words = (text: string): string[] => wordsOf(text.toLowerCase()).filter((word) => word !== null);

describe('the words of a text', () => {
  it.each([
    ['I was charged $49.90 twice', ['i', 'was', 'charged', '‹money›', 'twice']],
    ['see https://desk.example/t/4?key=s3cret now', ['see', '‹url›', 'now']],
    ['write to ruth.adler+x@brandt.example', ['write', 'to', '‹mail›']],
    ['Order 4711 and error 0x80070005', ['order', '‹code›', 'and', 'error', '‹code›']],
    ["can't log in", ["can't", 'log', 'in']],
    ['can’t log in', ["can't", 'log', 'in']],
    ['50 % off', ['‹percent›', 'off']],
    ['on xx/xx/xxxx Mr Xxxxx from XXXX called', ['on', '‹code›', 'mr', '‹code›', 'from', '‹code›', 'called']],
    ['size xl, axxess and 2xx', ['size', 'xl', 'axxess', 'and', '‹code›']],
    ['übergröße', ['übergröße']],
    ['退款申请', ['退款', '款申', '申请']],
    ['', []],
  ])('are told apart: %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('keep apart what a full stop separates', () => {
    expect(wordsOf('paid. refund')).toEqual(['paid', null, 'refund', null]);
  });

  it.each(["don't 'quote' a''b i'm- (not) o'clock' x-y_z/w", "it's\tme\r at ~home~ & co", "''", 'a'])(
    'finds the same words whatever letter stands beside them: %j',
    (text) => {
      expect(wordsOf(text).filter((word) => word !== null)).toEqual(
        wordsOf(text.replaceAll('(', ' é (')).filter((word) => word !== null && word !== 'é'),
      );
      expect([...wordsOf(`${text} é`)]).toEqual([...wordsOf(text).slice(0, -1), 'é', null]);
    },
  );
});
