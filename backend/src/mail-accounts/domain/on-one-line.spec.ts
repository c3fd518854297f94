import { onOneLine } from './on-one-line.ts';

describe('what a mail server said', () => {
  it.each([
    ['is on one line', '550-No\r\n550 such  user\t', '550-No 550 such user'],
    ['holds no NUL', '550 \0 No', '550 No'],
    ['ends with a whole character', `${'x'.repeat(29)}😀!`, `${'x'.repeat(29)}😀`],
    ['holds no half of one', '550 \ud83d No', '550 \ufffd No'],
    ['may be nothing', ' \r\n', ''],
  ])('%s', (_, said, line) => {
    expect(onOneLine(said, 30)).toBe(line);
  });
});
