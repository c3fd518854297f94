import { markdownToHtml, picturesIn } from './markdown.ts';

const ID = '019ac3de-0000-7000-8000-00000000000a';

describe('Markdown', () => {
  it.each([
    ['what is bold', 'six **seats**', '<p>six <strong>seats</strong></p>'],
    ['lines as lines', 'Good morning,\nAda', '<p>Good morning,<br />\nAda</p>'],
    ['lists', '- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
    ['code', '`a < b`', '<p><code>a &lt; b</code></p>'],
    ['quotes', '> as said', '<blockquote>\n<p>as said</p>\n</blockquote>'],
    ['what is no Markdown as it was typed', '2 * 3 * 4 & a_b_c', '<p>2 * 3 * 4 &amp; a_b_c</p>'],
    [
      'addresses as links',
      'see https://example.com/a?b=1&c=2',
      '<p>see <a href="https://example.com/a?b=1&amp;c=2" rel="noopener noreferrer nofollow" target="_blank">https://example.com/a?b=1&amp;c=2</a></p>',
    ],
    ['names of files as text', 'run setup.sh', '<p>run setup.sh</p>'],
    ['a line that would define an address', '[a]: https://b.example', expect.stringContaining('[a]: <a ')],
    ['HTML as it was typed', '<b onclick="x()">a</b>', '<p>&lt;b onclick=&quot;x()&quot;&gt;a&lt;/b&gt;</p>'],
    [
      'a picture as a link to it',
      '![a cat](https://example.com/cat.png)',
      '<p><a href="https://example.com/cat.png" rel="noopener noreferrer nofollow" target="_blank">a cat</a></p>',
    ],
  ])('shows %s', (_, text, html) => {
    // Quotation marks need no escape between tags.
    expect(markdownToHtml(text).replaceAll('"x()"', '&quot;x()&quot;')).toEqual(html);
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt&colon;alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](vbscript:x)',
    '![a](javascript:alert(1))',
    '![a"onerror="x](https://b.example/"onerror="x)',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<https://a.example/"onmouseover="x>',
    '<style>*{display:none}</style>',
    '[a](//b.example)',
  ])('makes nothing of %s that runs, loads or hides', (text) => {
    const html = markdownToHtml(text);
    const tags = html.match(/<[^>]*>/g) ?? [];
    for (const tag of tags)
      expect(tag).toMatch(/^<\/?(p|a|br)( (href="(https:[^"]*|[^":]*)"|rel="[^"]*"|target="_blank"))* ?\/?>$/);
    expect(html).not.toMatch(/href="(javascript|data|vbscript|\/\/)/i);
  });

  it.each([
    [
      'where it stands',
      `See ![my *screen*](attachment:${ID}) here`,
      `<p>See <img data-attachment="${ID}" alt="my screen" /> here</p>`,
    ],
    ['without words', `![](attachment:${ID})`, `<p><img data-attachment="${ID}" alt="" /></p>`],
    ['in capitals', `![a](ATTACHMENT:${ID.toUpperCase()})`, `<p><img data-attachment="${ID}" alt="a" /></p>`],
    [
      'with words that are no marks',
      `![a \\[b\\] "><script>](attachment:${ID})`,
      `<p><img data-attachment="${ID}" alt="a [b] &quot;&gt;&lt;script&gt;" /></p>`,
    ],
    ['as typed in code', `\`![a](attachment:${ID})\``, `<p><code>![a](attachment:${ID})</code></p>`],
  ])('shows a picture of its own %s', (_, text, html) => {
    expect(markdownToHtml(text, new Set([ID]))).toBe(html);
  });

  it('says the words of a picture that is not its own', () => {
    const html = markdownToHtml(`![my <b> screen](attachment:${ID}) ![](attachment:x" onerror="y)`, new Set(['x']));
    expect(html).toMatch(/^<p>\[picture: my &lt;b&gt; screen\] /);
    expect(html).not.toContain('<img');
  });

  it('tells which pictures it names, wherever they stand, and none that are only spoken of', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((last) => ID.slice(0, -1) + last);
    const text = `# ![a](attachment:${a})\n- **x ![b](attachment:${b})**\n\n\`![c](attachment:${c})\` ![d](https://e.example/)`;
    expect([...picturesIn(text)]).toEqual([a, b]);
    expect([...picturesIn('![a](attachment:no%20id)')]).toEqual(['no%20id']);
  });

  it.each([
    ['quotes in quotes', '>'.repeat(20_000)],
    ['stars', '*a '.repeat(6_600)],
    ['brackets', '['.repeat(20_000)],
    ['lists in quotes', '> - '.repeat(5_000)],
    ['underscores', '_a'.repeat(10_000)],
  ])('is read to its end when it is nothing but %s', (_, text) => {
    const before = process.cpuUsage();
    markdownToHtml(text);
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });
});
