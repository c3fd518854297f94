import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { fromMarkdown, fromPlainText, toMarkdown } from './markdown-text';

// As backend/src/conversation/markdown.ts reads it.
const asTheApi = new MarkdownIt({ html: false, linkify: true, breaks: true });
asTheApi.linkify.set({ fuzzyLink: false, fuzzyIP: false });
asTheApi.disable('reference');

const ID = 'f0000000-0000-4000-8000-000000000001';

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
    `See ![the list](attachment:${ID}) and **![](attachment:${ID})**`,
    `![a](attachment:${ID})![b](attachment:${ID})`,
    `## A heading with ![a](attachment:${ID})`,
    `- ![in a list](attachment:${ID})`,
    String.raw`![a \[b\] \*c\* \_d\_ \! https\://a.b/c\_d](attachment:${ID})`,
    '\\![a cat](https://example.com/cat.png)',
    '',
  ])('reads as it was: %j', (text) => {
    expect(toMarkdown(fromMarkdown(text))).toBe(text);
  });

  const PLAIN = [
    'https://en.example.org/wiki/C_(x)',
    'https://example.com/_next/_data_/a.json, and *that*',
    'https://example.com/?f[0]=a&copy;=1&amp;=2*',
    'https://example.com/~ada/*/b_ [https://example.com/c_d_] (https://example.com/e_f_)',
    'https://example.com/[a](https://example.com/b)',
    '<https://example.com/a_b_> and <ada@example.com>, <b>a</b>',
    '-https://example.com/*',
    'Invoice 1\nInvoice 2\n=====',
    'Invoice 1\nInvoice 2\n-----\n- - -',
    'use &amp; not &lt;br&gt; or &#38;, A & B; C',
    '1) x\n2. y\n3.\n4)',
    '+\n+ a\n-\n*\n#\n> q\n+49 1',
    'a | b\n--- | ---\n|--|',
    ':-- | :--\n=5',
    '__init__ ~~x~~ `y` \\*z ![a](b) [c]: d',
    '```\n~~~\n***\n___',
    '*a* **b** _c_ <!-- d -->',
  ];
  it.each(PLAIN)('stays the words it was, here and for whoever reads it: %j', (text) => {
    const document = fromPlainText(text);
    const written = toMarkdown(document);
    expect(fromMarkdown(written).toString()).toBe(document.toString());
    expect(wordsOf(asTheApi.render(written))).toBe(text);
  });

  it('stays the words it was, whatever they are', () => {
    const sign = fc.constantFrom(
      ...'*_`~[]()<>&;#+-=|:.!\\/ \n1ab'.split(''),
      ' https://a.b/_c_*~/[d]?e=&lt; ',
      '&lt;',
      '<ada@c.de>',
    );
    const lines = fc.array(sign, { maxLength: 24 }).map((signs) => trimmed(signs.join('')));
    fc.assert(
      fc.property(lines, (text) => {
        const document = fromPlainText(text);
        const written = toMarkdown(document);
        expect(fromMarkdown(written).toString()).toBe(document.toString());
        expect(wordsOf(asTheApi.render(written))).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['    indented', '\tindented', ' a\n    b'])('drops spaces where a line begins: %j', (text) => {
    const written = toMarkdown(fromPlainText(text));
    expect(fromMarkdown(written).toString()).toBe(fromPlainText(trimmed(text)).toString());
    expect(wordsOf(asTheApi.render(written))).toBe(trimmed(text));
  });

  it('keeps a heading of more than one line', () => {
    const heading = fromMarkdown('a\nb\n===');
    expect(heading.toString()).toBe('doc(heading("a", hard_break, "b"))');
    expect(fromMarkdown(toMarkdown(heading)).eq(heading)).toBe(true);
  });

  it('escapes what only looks like Markdown', () => {
    const text = toMarkdown(fromPlainText('2 * 3 * 4\n# no heading\n1. no list'));
    expect(text).toBe('2 \\* 3 \\* 4\n\\# no heading\n1\\. no list');
  });

  it('shows pictures of its own alone; one elsewhere is a link to it, also within a link', () => {
    const own = fromMarkdown(`![a \\[b\\]](attachment:${ID.toUpperCase()})`).firstChild?.firstChild;
    expect([own?.type.name, own?.attrs]).toEqual(['picture', { name: ID, alt: 'a [b]' }]);
    for (const text of [
      '![a\\_b](https://e.example/a.png)',
      '[![a\\_b](https://e.example/a.png)](https://f.example)',
    ]) {
      const link = fromMarkdown(text);
      expect(link.textContent).toBe('!a_b');
      expect(fromMarkdown(toMarkdown(link)).toString()).toBe(link.toString());
    }
  });

  it('has no HTML', () => {
    expect(fromMarkdown('<b>a</b>').textContent).toBe('<b>a</b>');
  });

  it('keeps the lines of what was copied elsewhere', () => {
    expect(fromPlainText('a\r\nb\n\n\nc').toString()).toBe('doc(paragraph("a", hard_break, "b"), paragraph("c"))');
  });
});

/** What a reader sees. */
function wordsOf(html: string): string {
  const page = document.createElement('div');
  page.innerHTML = html;
  return page.textContent.trim();
}

/** No spaces around a line, and no empty lines. */
function trimmed(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
