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
    expect(harmlessHtml('<a href="https://example.com/a">b</a>')).toBe(
      '<a href="https://example.com/a" title="https://example.com/a" target="_blank" rel="noopener noreferrer">b</a>',
    );
  });
});
