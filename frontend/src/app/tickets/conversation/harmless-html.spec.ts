import { harmlessHtml } from './harmless-html';

describe('the HTML of a stranger', () => {
  it('keeps what a message is made of', () => {
    const html =
      '<p dir="rtl">a <strong>b</strong> <em>c</em></p><ul><li>d</li></ul><blockquote>e</blockquote><pre>f</pre>';
    expect(harmlessHtml(html)).toBe(html);
  });

  it.each([
    ['scripts', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
    ['handlers', '<p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['forms', '<form action="https://evil.example"><input name="password">a</form>', 'a'],
    ['styles', '<style>*{display:none}</style><p style="position:fixed">a</p>', '<p>a</p>'],
    ['classes and names of the page', '<p class="pane" id="desk-conversation">a</p>', '<p>a</p>'],
    ['pictures from elsewhere', 'a<img src="https://evil.example/seen.gif">', 'a'],
    ['frames', '<iframe src="https://evil.example"></iframe>a', 'a'],
    ['drawings', '<svg><a href="javascript:alert(1)">a</a></svg>', ''],
    ['addresses that run', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['data addresses', '<a href="data:text/html,a">a</a>', '<a>a</a>'],
  ])('loses %s', (_, html, harmless) => {
    expect(harmlessHtml(html)).toBe(harmless);
  });

  it('shows where links go, and opens them elsewhere', () => {
    const attributes = 'title="https://example.com/a" target="_blank" rel="noopener noreferrer"';
    expect(harmlessHtml('<a href="https://example.com/a">b</a>')).toBe(
      `<a href="https://example.com/a" ${attributes} data-goes-to="example.com">b</a>`,
    );
    expect(harmlessHtml('<a href="https://example.com/a">example.com</a>')).toBe(
      `<a href="https://example.com/a" ${attributes}>example.com</a>`,
    );
  });

  it('says of a link that goes elsewhere than its text where that is', () => {
    const html = harmlessHtml('<a href="https://evil.example/"><b>pay</b>pal.com</a>');
    expect(html).toContain('<b>pay</b>pal.com <span class="goes-elsewhere">goes to evil.example</span></a>');
  });

  it('cannot say so itself', () => {
    const html =
      '<a class="picture" data-goes-to="paypal.com" title="paypal.com" href="https://evil.example/">Sign in</a>';
    expect(harmlessHtml(html)).toMatch(
      /^<a href="https:\/\/evil.example\/" title="https:\/\/evil.example\/".* data-goes-to="evil.example">/,
    );
  });

  it('has no headings that would stand among those of the page', () => {
    expect(harmlessHtml('<h1 class="x">Hello <b>you</b></h1>')).toBe('<div class="heading">Hello <b>you</b></div>');
  });

  it('makes no table of more cells than anybody reads', () => {
    expect(harmlessHtml('<table><tbody><tr><td colspan="1000" rowspan="3">a</td></tr></tbody></table>')).toBe(
      '<table><tbody><tr><td rowspan="3">a</td></tr></tbody></table>',
    );
  });
});

describe('the pictures of a stranger', () => {
  const sources = {
    own: (id: string) => (id === 'a1' ? '/api/attachments/a1' : null),
    remote: ({ href }: URL) => href,
  };
  const REMOTE = '<img data-remote-src="https://evil.example/seen.gif" alt="Our logo">';

  it('are shown where they came with the message, each a way to see it as large as it is', () => {
    expect(harmlessHtml('<img data-attachment="a1" alt="A screen" width="40">', sources)).toBe(
      '<a href="/api/attachments/a1" target="_blank" title="Open the picture: A screen" class="picture">' +
        '<img alt="A screen" width="40" src="/api/attachments/a1" loading="lazy" referrerpolicy="no-referrer"></a>',
    );
  });

  it('are their words where they are not to be shown, or nothing', () => {
    expect(harmlessHtml(REMOTE)).toBe('<span class="no-picture">Our logo</span>');
    expect(harmlessHtml('a<img data-attachment="of-another-message"><img data-cid="x" alt=" ">', sources)).toBe('a');
  });

  it('are shown from elsewhere where somebody asked for it, and nobody is told from where', () => {
    expect(harmlessHtml(REMOTE, sources)).toBe(
      '<img alt="Our logo" src="https://evil.example/seen.gif" loading="lazy" referrerpolicy="no-referrer">',
    );
  });

  it.each(['/api/auth/logout', 'javascript:alert(1)', 'data:image/png;base64,AAAA', '//evil.example/x'])(
    'are never %s',
    (address) => {
      expect(harmlessHtml(`<img data-remote-src="${address}">`, sources)).toBe('');
    },
  );
});
