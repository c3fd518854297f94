import { buffer } from 'node:stream/consumers';
import { harmless, spreadsheetCsv } from './spreadsheet-csv.ts';

describe('a text in a spreadsheet', () => {
  it.each([
    '=1+1',
    '+49 30 1234',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    '＝1',
    '＋1',
    '－1',
    '＠SUM',
    '﹦1',
    "'=1",
    "''=1",
  ])('that begins like %j is no formula, and comes back when the apostrophe is taken away', (given) => {
    expect(harmless(given)).toBe(`'${given}`);
  });

  it.each(['Refund', "'tis so", 'a=b', '1-2', '"=1"', '', '🙂', '(=1)', '#12'])('is left as it is: %j', (given) => {
    expect(harmless(given)).toBe(given);
  });
});

describe('CSV', () => {
  const written = async (separator?: ',' | ';') => {
    const csv = spreadsheetCsv(['id', 'title'], separator);
    csv.write({ id: -1, title: 'a "b", c' });
    csv.write({ id: 2, title: 'x;=1' });
    csv.write({ id: 3, title: 'two\nlines' });
    csv.end({ id: null, title: 'plain' });
    return (await buffer(csv)).toString();
  };

  it('is RFC 4180 with a mark of UTF-8, and quotes what either separator would part', async () => {
    expect(await written()).toBe('\ufeffid,title\r\n-1,"a ""b"", c"\r\n2,"x;=1"\r\n3,"two\nlines"\r\n,plain\r\n');
  });

  it('takes a semicolon', async () => {
    expect(await written(';')).toBe('\ufeffid;title\r\n-1;"a ""b"", c"\r\n2;"x;=1"\r\n3;"two\nlines"\r\n;plain\r\n');
  });
});
