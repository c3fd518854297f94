import { corrected, written } from './written';

describe('what is kept of a text', () => {
  it.each([
    ['    if (x)\n      y();', '    if (x)\n      y();'],
    ['\n \t\r\n  code \n', '  code'],
    ['\tone\r\n\t\ttwo', '\tone\r\n\t\ttwo'],
    [' \n\t\r\n ', ''],
  ])('of several lines has its indentation: %j', (text, kept) => {
    expect(written(text, false)).toBe(kept);
  });

  it('of one line has no white space around it', () => {
    expect(written('  a  b \n', true)).toBe('a  b');
  });
});

describe('what is kept of a corrected text', () => {
  it.each([
    ['what stood there, when ends of lines alone differ', '  a\nb', '  a\r\nb', '  a\r\nb'],
    ['another indentation', '    a\nb', '  a\r\nb', '    a\nb'],
    ['another word', 'a\nc', 'a\r\nb', 'a\nc'],
  ])('is %s', (_, text, before, kept) => {
    expect(corrected(text, before, false)).toBe(kept);
  });
});
