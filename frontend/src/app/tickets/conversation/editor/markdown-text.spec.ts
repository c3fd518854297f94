import { fromMarkdown, fromPlainText, toMarkdown } from './markdown-text';

describe('what is written', () => {
  it.each([
    'Hello Ruth.',
    'Hello **Ruth**, *yes*, `INV-1187`.',
    'One\n\nTwo',
    'One line\nand another',
    '- a\n- b\n  - c',
    '1. a\n2. b',
    '> said\n>\n> before',
    '```\nlet a = 1;\n```',
    'See [the help](https://example.com/help).',
    'snake_case and https://example.com/a_b',
    'nothing of !\\[this\\](https://example.com/a.gif)',
    '',
  ])('reads as it was: %j', (text) => {
    expect(toMarkdown(fromMarkdown(text))).toBe(text);
  });

  it('escapes what only looks like Markdown', () => {
    const text = toMarkdown(fromPlainText('2 * 3 * 4\n# no heading\n1. no list'));
    expect(text).toBe('2 \\* 3 \\* 4\n\\# no heading\n1\\. no list');
  });

  it('has no HTML', () => {
    expect(fromMarkdown('<b>a</b>').textContent).toBe('<b>a</b>');
  });

  it('keeps the lines of what was copied elsewhere', () => {
    expect(fromPlainText('a\r\nb\n\n\nc').toString()).toBe('doc(paragraph("a", hard_break, "b"), paragraph("c"))');
  });
});
