import { linksIn } from './links';

const hrefs = (text: string) => linksIn(text).map(({ href }) => href);

describe('the links of a text', () => {
  it.each([
    ['See https://example.com/a?b=c#d.', ['https://example.com/a?b=c#d']],
    ['(https://example.com/a_(b))', ['https://example.com/a_(b)']],
    ['“https://example.com”, please', ['https://example.com']],
    ['HTTP://EXAMPLE.COM!', ['HTTP://EXAMPLE.COM']],
    ['http://localhost:8080/x', ['http://localhost:8080/x']],
    ['www.example.com.', ['http://www.example.com']],
    ['Mail zoe+desk@example.com, or else', ['mailto:zoe+desk@example.com']],
    ['https://例え.jp/道?q=値', ['https://例え.jp/道?q=値']],
    ['https://münchen.example/straße', ['https://münchen.example/straße']],
    ['https://a.example\nhttps://b.example', ['https://a.example', 'https://b.example']],
    ['readme.md and main.py', []],
    ['javascript:alert(1)', []],
    ['data:text/html,hello', []],
    ['ftp://example.com', []],
    ['//example.com/x', []],
    ['file:///etc/passwd', []],
  ])('%j', (text, expected) => {
    expect(hrefs(text)).toEqual(expected);
  });
});
