import { shortened } from './shortened.ts';

describe('a text that is too long for a model', () => {
  it('keeps its title, and the beginning and the end of its description', () => {
    const description = `First words. ${'x'.repeat(9_000)} Last words.`;
    const short = shortened({ title: 'A title', description });
    expect(short.title).toBe('A title');
    expect(short.description).toMatch(/^First words\. x+\n\[…\]\nx+ Last words\.$/);
    expect(short.description.length).toBeLessThanOrEqual(2_010);
  });

  it('becomes half as long when it is short already', () => {
    const short = shortened({ title: '', description: 'abcdefgh'.repeat(50) }).description;
    expect(short.length).toBeLessThanOrEqual(210);
  });

  it.each([2_001, 4_001, 9_000])('does not cut through a character (%i of two units)', (count) => {
    for (const before of ['', 'x', 'xx', 'xxx'])
      expect(shortened({ title: '', description: before + '😀'.repeat(count) }).description.isWellFormed()).toBe(true);
  });
});
