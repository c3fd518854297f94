import { answerAt, answersIn } from './canned-file';

describe('a file of canned answers', () => {
  it('holds what an export gave', () => {
    expect(answersIn('{"answers": [{"name": "A"}]}')).toEqual([{ name: 'A' }]);
  });

  it.each([
    ['', 'it is no JSON'],
    ['name;text', 'it is no JSON'],
    ['[]', 'it holds no list of answers'],
    ['null', 'it holds no list of answers'],
    ['{"answers": "x"}', 'it holds no list of answers'],
    ['{"answers": []}', 'it holds none'],
  ])('is none with %j: %s', (text, why) => {
    expect(() => answersIn(text)).toThrow(why);
  });

  it.each([
    ['answers.1.text', 'Refund'],
    ['answers.0.name', 'number 1'],
    ['answers.5.name', 'number 6'],
    ['answers', null],
  ])('has %s of %j', (field, name) => {
    expect(answerAt(field, [{ name: ' ' }, { name: 'Refund' }])).toBe(name);
  });
});
