import fc from 'fast-check';
import { type NewsPosition, decodePosition, encodePosition, endOf } from './news-position.ts';
import { type Snapshot, nextTransaction, shortForm, snapshotFrom } from './snapshot.ts';

const snapshot = (text: string) => text as Snapshot;

const snapshots = fc
  .tuple(fc.integer({ min: 3, max: 2 ** 40 }), fc.uniqueArray(fc.integer({ min: 0, max: 5_000 }), { maxLength: 50 }))
  .map(([first, open]) => {
    const inOrder = open.sort((a, b) => a - b).map((distance) => first + distance);
    return snapshot(`${String(first)}:${String((inOrder.at(-1) ?? first) + 1)}:${inOrder.join(',')}`);
  });
const eras = fc.stringMatching(/^[0-9a-f]{8}[1-9][0-9]{0,9}$/);
const positions = fc
  .tuple(eras, snapshots, snapshots, fc.nat())
  .map(([era, base, batch, last]): NewsPosition =>
    base === batch ? endOf({ era, snapshot: base }) : { era, base, batch, last },
  );

describe('a position', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(positions, (position) => {
        expect(decodePosition(encodePosition(position))).toEqual(position);
      }),
    );
  });

  it('is nothing that a header cannot carry, or a line of a stream', () => {
    fc.assert(
      fc.property(positions, (position) => {
        expect(encodePosition(position)).toMatch(/^[0-9a-z.~-]+$/);
      }),
    );
  });

  it('is short where nothing is under way', () => {
    const era = '3f9ac1d2742';
    expect(encodePosition(endOf({ era, snapshot: snapshot('123456789:123456789:') }))).toBe('3f9ac1d2742-21i3v9.0');
    expect(encodePosition({ era, base: snapshot('100:102:100'), batch: snapshot('103:103:'), last: 7 })).toBe(
      '3f9ac1d2742-2s.2.0~2v.0~7',
    );
  });

  it('is nothing else that somebody sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const position = decodePosition(text);
        if (position !== null) expect(decodePosition(encodePosition(position))).toEqual(position);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['a number alone', 'a1-2s'],
    ['capitals', 'a1-2S.0'],
    ['transaction 0', 'a1-0.5'],
    ['open transactions out of order', 'a1-2s.5.3.2'],
    ['the same one twice', 'a1-2s.5.3.3'],
    ['one that had not begun', 'a1-2s.5.5'],
    ['a batch without a number', 'a1-2s.0~2t.0'],
    ['a number that is none', 'a1-2s.0~2t.0~x'],
    ['a number without end', `a1-2s.0~2t.0~${'9'.repeat(16)}`],
    ['a batch that is its own base', 'a1-2s.0~2s.0~1'],
    ['more parts', 'a1-2s.0~2t.0~1~2'],
    ['more than PostgreSQL counts', 'a1-zzzzzzzzzzz.zzzzzzzzzzz'],
    ['more than a header holds', `a1-2s.${'0'.repeat(5_000)}`],
    ['an era alone', 'a1'],
    ['an empty era', '-2s.0'],
    ['no era at all', '2s.0'],
    ['an era in capitals', 'A1-2s.0'],
    ['an era without end', `${'a'.repeat(33)}-2s.0`],
    ['two eras', 'a1-a2-2s.0'],
  ])('is not %s', (_, text) => expect(decodePosition(text)).toBeNull());
});

describe('a snapshot', () => {
  it('knows which transaction came next', () => {
    expect(nextTransaction(snapshot('100:105:100,103'))).toBe(105);
  });

  it('has a short form', () => {
    expect(shortForm(snapshot('100:105:100,103'))).toBe('2s.5.0.3');
    expect(snapshotFrom('2s.5.0.3')).toBe('100:105:100,103');
  });
});
