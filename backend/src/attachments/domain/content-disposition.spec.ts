import { contentDisposition } from './content-disposition.ts';

describe('the header that names a file', () => {
  it.each([
    ['in ASCII', 'report 1.pdf', 'attachment; filename="report 1.pdf"'],
    ['with what would end it', 'a"b\\c;d.txt', 'attachment; filename="a\\"b\\\\c;d.txt"'],
    ['in Latin', 'März.pdf', `attachment; filename="M_rz.pdf"; filename*=UTF-8''M%C3%A4rz.pdf`],
    ['in Japanese', '請求.pdf', `attachment; filename="__.pdf"; filename*=UTF-8''%E8%AB%8B%E6%B1%82.pdf`],
    ['with characters of two units', '😀', `attachment; filename="_"; filename*=UTF-8''%F0%9F%98%80`],
    [
      'with what looks like an escape',
      '100%41.txt',
      `attachment; filename="100_41.txt"; filename*=UTF-8''100%2541.txt`,
    ],
    ['with marks', `ä'(1)*.txt`, `attachment; filename="_'(1)*.txt"; filename*=UTF-8''%C3%A4%27%281%29%2A.txt`],
  ])('%s', (_, name, header) => {
    expect(contentDisposition('attachment', name)).toBe(header);
  });
});
