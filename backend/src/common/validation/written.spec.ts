import { written } from './written.ts';

describe('what is kept of a text of several lines', () => {
  it.each([
    ['the indentation of its first line', '    if (x)\n      y();', '    if (x)\n      y();'],
    ['tabs', '\tone\n\t\ttwo', '\tone\n\t\ttwo'],
    ['indentation behind empty lines', '\n \t\r\n  code', '  code'],
    ['empty lines within', 'a\n\n\n  b', 'a\n\n\n  b'],
    ['ends of lines as they came', ' a\r\n\tb\rc', ' a\r\n\tb\rc'],
    ['white space before the end of a line', 'a  \nb', 'a  \nb'],
    ['several spaces and backticks within', 'rock`n`roll   `a  b`', 'rock`n`roll   `a  b`'],
    ['no white space behind it', ' a \t\n\r\n ', ' a'],
    ['wide spaces', '\u3000段落', '\u3000段落'],
    ['nothing of white space', ' \n\t\r\n ', ''],
  ])('is %s', (_, text, kept) => {
    expect(written(text, false)).toBe(kept);
    expect(written(kept, false)).toBe(kept);
  });

  it('takes no longer for endless white space', () => {
    expect(written(`${' '.repeat(200_000)}x`, false)).toHaveLength(200_001);
    expect(written(`${' \n'.repeat(100_000)}x`, false)).toBe('x');
  });
});

describe('what is kept of a line', () => {
  it('has no white space around it', () => {
    expect(written('  a  b \n', true)).toBe('a  b');
  });
});
