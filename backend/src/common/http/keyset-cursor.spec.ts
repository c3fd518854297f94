import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './keyset-cursor.ts';

describe('the keyset cursor', () => {
  it('reads back the position that it was made of', () => {
    const dates = fc.date({ min: new Date('2000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.integer({ min: 1 }), (createdAt, id) => {
        expect(decodeCursor(encodeCursor({ createdAt, id }))).toEqual({ createdAt, id });
      }),
    );
  });

  it('refuses anything else with a message for the field', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => decodeCursor(text)).toThrow('Cursor must be');
      }),
    );
  });
});
