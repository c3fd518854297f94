import { byteRange } from './byte-range.ts';

describe('a range of a content of ten bytes', () => {
  it.each([
    ['from the beginning', 'bytes=0-3', { first: 0, last: 3 }],
    ['one byte', 'bytes=4-4', { first: 4, last: 4 }],
    ['from somewhere to the end', 'bytes=7-', { first: 7, last: 9 }],
    ['the last ones', 'bytes=-3', { first: 7, last: 9 }],
    ['more of the last ones than there are', 'bytes=-30', { first: 0, last: 9 }],
    ['beyond the end', 'bytes=8-99', { first: 8, last: 9 }],
    ['behind the end', 'bytes=10-', 'outside'],
    ['none of the last ones', 'bytes=-0', 'outside'],
    ['backwards', 'bytes=5-2', null],
    ['several', 'bytes=0-1,3-4', null],
    ['another unit', 'lines=0-1', null],
    ['nothing', 'bytes=-', null],
    ['no header', undefined, null],
  ])('%s', (_, header, range) => {
    expect(byteRange(header, 10)).toEqual(range);
  });

  it('of nothing is outside', () => {
    expect(byteRange('bytes=0-', 0)).toBe('outside');
  });
});
