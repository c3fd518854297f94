import type { ContactCard } from '../../api/model';
import { goesToMany, readAddressee, usualAddressees, withAddressee, withoutAddressee } from './addressees';

const RUTH = { name: 'Ruth Adler', address: 'ruth@brandt.example' };
const card = (address: string | null, name = 'Somebody'): ContactCard => ({ id: 1, name, address, organisation: null });

describe('whom a reply goes to', () => {
  it('is who asks, and in copy who follows, each once and by an address', () => {
    const followers = [card('a@brandt.example'), card(null), card(RUTH.address), card('a@brandt.example')];
    expect(usualAddressees(card(RUTH.address, RUTH.name), followers)).toEqual({
      to: [RUTH],
      cc: [{ name: 'Somebody', address: 'a@brandt.example' }],
    });
  });

  it('is nobody while nobody is named', () => {
    expect(usualAddressees(null, [])).toEqual({ to: [], cc: [] });
    expect(usualAddressees(card(null), [])).toEqual({ to: [], cc: [] });
  });

  it('is many from the fourth on', () => {
    const some = (count: number) =>
      usualAddressees(
        null,
        Array.from({ length: count }, (_, at) => card(`${at}@x.example`)),
      );
    expect(goesToMany({ ...some(2), to: [RUTH] })).toBe(false);
    expect(goesToMany({ ...some(3), to: [RUTH] })).toBe(true);
    expect([goesToMany(some(3)), goesToMany(some(4))]).toEqual([false, true]);
  });

  it.each([
    ['ada@example.com', { address: 'ada@example.com' }],
    ['Ada Cole <ada@example.com>', { name: 'Ada Cole', address: 'ada@example.com' }],
    ['Ada', null],
    ['ada@example', null],
    ['ada@example.com,bo@example.com', null],
    ['ada,bo@example.com', null],
  ])('typed as %s', (text, one) => {
    expect(readAddressee(text)).toEqual(one);
  });

  it('is written to when nobody is yet, else in copy', () => {
    const first = withAddressee({ to: [], cc: [] }, RUTH);
    expect(first).toEqual({ to: [RUTH], cc: [] });
    const ada = { address: 'ada@example.com' };
    expect(withAddressee(first, ada)).toEqual({ to: [RUTH], cc: [ada] });
    expect(withAddressee(first, { address: 'Ruth@Brandt.example' })).toEqual(first);
    expect(withoutAddressee(withAddressee(first, ada), RUTH)).toEqual({ to: [], cc: [ada] });
  });
});
