import { computed, createEnvironmentInjector, EnvironmentInjector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Ticket } from './model';
import { REMEMBERED, type TicketNews, TicketStore } from './ticket-store';

const ticket = (id: number, version = 1) => ({ id, version }) as Ticket;
const read = (id: number, version = 1): TicketNews => ({ kind: 'read', ticket: ticket(id, version) });
const written = (id: number, version = 1): TicketNews => ({ kind: 'written', ticket: ticket(id, version) });
const gone = (id: number): TicketNews => ({ kind: 'gone', id });

describe('what is known of tickets', () => {
  let store: TicketStore;
  let heard: TicketNews[];

  beforeEach(() => {
    store = TestBed.inject(TicketStore);
    heard = [];
    store.news.subscribe((news) => heard.push(news));
  });

  it.each<[string, TicketNews[], number | undefined]>([
    ['nothing', [], undefined],
    ['a ticket that was read', [read(7, 2)], 2],
    ['the newer of two', [written(7, 3), read(7, 2)], 3],
    ['what came later', [read(7, 2), read(7, 4)], 4],
    ['a deletion', [read(7, 2), gone(7)], undefined],
    ['a late answer of before the deletion', [read(7, 2), gone(7), read(7, 2)], undefined],
    ['what was restored, which is a later version', [read(7, 2), gone(7), read(7, 4)], 4],
  ])('after %s', (_, told, version) => {
    for (const one of told) store.tell(one);

    expect(store.get(7)?.version).toBe(version);
  });

  it.each<[string, TicketNews[], TicketNews[]]>([
    ['a ticket written', [written(7)], [written(7)]],
    ['a ticket read for the first time', [read(7)], []],
    ['a ticket read again', [read(7), read(7)], []],
    ['what somebody else wrote meanwhile', [read(7), read(7, 2)], [read(7, 2)]],
    ['the same told twice', [written(7, 2), written(7, 2)], [written(7, 2)]],
    ['an older state', [written(7, 2), written(7, 1)], [written(7, 2)]],
    ['a deletion, once', [read(7), gone(7), gone(7)], [gone(7)]],
    ['the deletion of a ticket nobody knew', [gone(7)], [gone(7)]],
  ])('is news to those who listen, or not: %s', (_, told, news) => {
    store.tell(...told);

    expect(heard).toEqual(news);
    expect(store.count()).toBe(news.length);
  });

  it('tells of many at once, and counts that', () => {
    let times = 0;
    store.many.subscribe(() => (times += 1));
    store.tellMany();

    expect([times, store.count(), heard]).toEqual([1, 1, []]);
  });

  it('is followed by who reads it', () => {
    const version = computed(() => store.get(7)?.version);
    const isGone = computed(() => store.isGone(7));
    expect([version(), isGone()]).toEqual([undefined, false]);
    store.tell(read(7, 2));
    expect([version(), isGone()]).toEqual([2, false]);
    store.tell(gone(7));
    expect([version(), isGone()]).toEqual([undefined, true]);
  });

  it('is the newer of the store and of the one who asks', () => {
    store.tell(read(7, 2));

    expect(store.newest(ticket(7, 1)).version).toBe(2);
    expect(store.newest(ticket(7, 3)).version).toBe(3);
    expect(store.newest(ticket(8, 1)).version).toBe(1);
  });

  it('knows which of many tickets are newer than they were read, also those that are gone', () => {
    const outdated = computed(() => store.outdated([ticket(6), ticket(7), ticket(8), ticket(9)]));
    store.tell(read(6), read(7, 2), read(8));
    expect(outdated()).toEqual([7]);

    store.tell(written(8, 2), gone(7));
    expect(outdated()).toEqual([7, 8]);
  });

  it('does not call gone what was never known', () => {
    store.tell(gone(7));

    expect(store.isGone(7)).toBe(false);
  });

  describe('in memory', () => {
    const tellMany = (first: number, count: number) =>
      store.tell(...Array.from({ length: count }, (_, index) => read(first + index)));
    const remembered = (ids: number) =>
      Array.from({ length: ids }, (_, index) => index + 1).filter((id) => store.get(id) !== undefined).length;

    it('forgets those told longest ago', () => {
      tellMany(1, REMEMBERED);
      store.tell(read(1, 2));
      tellMany(REMEMBERED + 1, 10);

      expect(remembered(REMEMBERED + 10)).toBe(REMEMBERED);
      expect(store.get(1)?.version).toBe(2);
      expect(store.get(2)).toBeUndefined();
      expect(store.get(11)).toBeUndefined();
      expect(store.get(12)).toBeDefined();
    });

    it('counts the deleted among them', () => {
      tellMany(1, 1);
      store.tell(gone(1));
      tellMany(2, REMEMBERED);

      expect(store.isGone(1)).toBe(false);
    });

    it('keeps those that somebody watches, beyond the bound, until nobody does', () => {
      const [one, other] = [watcher(() => [1, 2]), watcher(() => [2])];
      tellMany(1, REMEMBERED + 100);
      expect([store.get(1), store.get(2), store.get(3)].map((known) => known?.id)).toEqual([1, 2, undefined]);
      expect(remembered(REMEMBERED + 100)).toBe(REMEMBERED + 2);

      one.destroy();
      tellMany(1001, REMEMBERED);
      expect(store.get(1)).toBeUndefined();
      expect(store.get(2)).toBeDefined();

      other.destroy();
      tellMany(2001, REMEMBERED);
      expect(store.get(2)).toBeUndefined();
    });

    it('keeps those that stay when others come and go', () => {
      const ids = signal([1, 2]);
      watcher(ids);
      tellMany(1, 3);
      ids.set([2, 3]);
      TestBed.tick();
      tellMany(1001, REMEMBERED);

      expect([1, 2, 3].map((id) => store.get(id)?.id)).toEqual([undefined, 2, 3]);
    });

    function watcher(ids: () => readonly number[]): EnvironmentInjector {
      const life = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
      runInInjectionContext(life, () => store.watch(ids));
      TestBed.tick();
      return life;
    }
  });
});
