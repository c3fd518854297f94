import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Ticket } from './model';
import { TicketChanges } from './ticket-changes';

const change = { kind: 'changed', ticket: { id: 7 } as Ticket } as const;

describe('changes of tickets', () => {
  let changes: TicketChanges;
  let reloads: number;
  const isLoading = signal(false);
  const resource = { isLoading, reload: () => ((reloads += 1), true) };

  beforeEach(() => {
    changes = TestBed.inject(TicketChanges);
    reloads = 0;
    isLoading.set(false);
    TestBed.runInInjectionContext(() => changes.keepFresh(resource));
    TestBed.tick();
  });

  it('reach everyone who listens', () => {
    const heard: unknown[] = [];
    changes.stream.subscribe((one) => heard.push(one));
    changes.report(change);

    expect(heard).toEqual([change]);
    expect(changes.count()).toBe(1);
  });

  it('reload what must stay fresh, and nothing before', () => {
    expect(reloads).toBe(0);
    changes.report(change);
    TestBed.tick();

    expect(reloads).toBe(1);
  });

  it('reload once more when they come during a load', () => {
    isLoading.set(true);
    changes.report(change);
    TestBed.tick();
    expect(reloads).toBe(0);

    isLoading.set(false);
    TestBed.tick();
    expect(reloads).toBe(1);
  });
});
