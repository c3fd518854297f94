import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { keepFresh } from './keep-fresh';
import type { Ticket } from './model';
import { TicketStore } from './ticket-store';

describe('news of tickets', () => {
  let store: TicketStore;
  let reloads: number;
  const isLoading = signal(false);
  const resource = { isLoading, reload: () => ((reloads += 1), true) };

  beforeEach(() => {
    store = TestBed.inject(TicketStore);
    reloads = 0;
    isLoading.set(false);
    TestBed.runInInjectionContext(() => keepFresh(resource));
    TestBed.tick();
  });

  it('reload what must stay fresh, and nothing before', () => {
    expect(reloads).toBe(0);
    change();
    expect(reloads).toBe(1);
  });

  it('reload after a deletion too', () => {
    store.tell({ kind: 'gone', id: 7 });
    TestBed.tick();

    expect(reloads).toBe(1);
  });

  it('reload once more when they come during a load', () => {
    isLoading.set(true);
    change();
    expect(reloads).toBe(0);

    isLoading.set(false);
    TestBed.tick();
    expect(reloads).toBe(1);
  });

  function change(): void {
    store.tell({ kind: 'written', ticket: { id: 7, version: 2 } as Ticket });
    TestBed.tick();
  }
});
