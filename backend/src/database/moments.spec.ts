import fc from 'fast-check';
import { types } from 'pg';
import { momentOf } from './moments.ts';

const byDriver = types.getTypeParser(types.builtins.TIMESTAMPTZ) as (text: string) => Date | number;

describe('momentOf', () => {
  it('reads what PostgreSQL writes in UTC', () => {
    const dates = fc.date({
      min: new Date('1000-01-01'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 999 }), (date, micro) => {
        const micros = String(micro).padStart(3, '0');
        const written = date
          .toISOString()
          .replace('T', ' ')
          .replace('Z', micros)
          .replace(/\.?0+$/, '');
        expect(momentOf(`${written}+00`)).toEqual(date);
      }),
    );
  });

  it.each([
    '2026-04-20 09:22:31.12+02',
    '2026-04-20 09:22:31-03:30',
    '0026-04-20 09:22:31+00',
    '12026-04-20 09:22:31+00',
    '2026-04-20 09:22:31+00 BC',
    'infinity',
    '-infinity',
  ])('reads %s as the driver does', (written) => {
    expect(momentOf(written)).toEqual(byDriver(written));
  });
});
