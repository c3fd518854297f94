import { spanOf } from './audit-days';

describe('days of the audit log', () => {
  it('includes both days, as the reader knows them', () => {
    const { from, to } = spanOf('2026-04-20', '2026-04-21');

    expect(new Date(from ?? '')).toEqual(new Date(2026, 3, 20));
    expect(new Date(to ?? '')).toEqual(new Date(2026, 3, 22));
  });

  it('leaves open what is not chosen', () => {
    expect(spanOf('', '')).toEqual({});
  });
});
