import { FILE_NAME_MAX, fileName } from './file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['is kept in any script', 'счёт № 7 請求書.pdf', 'счёт № 7 請求書.pdf'],
    ['loses the folders of Unix', '/etc/passwd', 'passwd'],
    ['loses the folders of Windows', 'C:\\Users\\Ada\\report.docx', 'report.docx'],
    ['leads nowhere upwards', '../../..', 'file'],
    ['loses line breaks, and so cannot write headers', 'a\r\nSet-Cookie: b.txt', 'aSet-Cookie: b.txt'],
    ['reads as what it is', 'photo\u202egpj.exe', 'photogpj.exe'],
    ['has one form however it was composed', 'cafe\u0301.txt', 'café.txt'],
    ['is mended where half a character stands', 'a\ud800b.txt', 'a\ufffdb.txt'],
    ['is given where there is none', undefined, 'file'],
    ['is given where nothing is seen', ' \u200b\u2800 ', 'file'],
    ['keeps its marks', 'it’s "50%" & more;.txt', 'it’s "50%" & more;.txt'],
  ])('%s', (_, given, name) => {
    expect(fileName(given)).toBe(name);
  });

  it('is cut in the middle of nothing, and ends as it did', () => {
    const name = fileName(`${'😀'.repeat(300)}.tar`);
    expect(Array.from(name)).toHaveLength(FILE_NAME_MAX);
    expect(name).toMatch(/^(😀)+\.tar$/u);
  });
});
