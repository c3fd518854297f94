import { AnnouncementPad } from './announcement.ts';

describe('what is to be announced', () => {
  it('is collected, each thing once, and taken once', () => {
    const pad = new AnnouncementPad();
    pad.add({ tickets: true });
    pad.add({ tickets: true, categories: ['billing', 'general'] });
    pad.add({ categories: ['billing'], people: [7], accounts: [7], changed: ['settings.changed'], presence: true });
    pad.add({ changed: ['tokens.changed', 'settings.changed'], accounts: [7] });
    pad.add({ runs: [{ id: 'a', state: 'running', processed: 1, total: 2 }] });
    pad.add({ runs: [{ id: 'a', state: 'done', processed: 2, total: 2 }] });
    expect(pad.take()).toEqual([
      { tickets: true },
      { presence: true },
      { changed: ['settings.changed', 'tokens.changed'] },
      { categories: ['billing', 'general'] },
      { people: [7] },
      { accounts: [7] },
      { runs: [{ id: 'a', state: 'done', processed: 2, total: 2 }] },
    ]);
    expect(pad.take()).toEqual([]);
  });

  it('is told in parts that PostgreSQL carries, which is less than 8,000 bytes', () => {
    const pad = new AnnouncementPad();
    const keys = Array.from({ length: 100 }, (_, n) => `${'k'.repeat(60)}-${String(n)}`);
    const ids = Array.from({ length: 100 }, (_, n) => Number.MAX_SAFE_INTEGER - n);
    const runs = ids.map((n) => {
      const id = `${String(n)}-0000-7000-8000-000000000000`.slice(0, 36);
      return { id: `${id}-${String(n)}`, state: 'running' as const, processed: 1_000_000, total: 1_000_000 };
    });
    pad.add({ categories: keys, people: ids, runs });
    const all = pad.take();
    expect(all.flatMap(({ categories = [] }) => categories)).toEqual(keys);
    expect(all.flatMap(({ people = [] }) => people)).toEqual(ids);
    expect(all.flatMap(({ runs: some = [] }) => some)).toEqual(runs);
    for (const part of all) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(7_900);
  });
});
