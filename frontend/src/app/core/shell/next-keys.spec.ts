import { jest } from '@jest/globals';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { KeyboardShortcuts } from '../keyboard-shortcuts';
import { NextKeys } from './next-keys';

describe('the keys that can follow', () => {
  let hint: ComponentFixture<NextKeys>;
  let announced: string[];

  beforeEach(() => {
    jest.useFakeTimers();
    announced = [];
    const announcer = { announce: async (words: string) => Promise.resolve(void announced.push(words)) };
    TestBed.configureTestingModule({ providers: [{ provide: LiveAnnouncer, useValue: announcer }] });
    TestBed.inject(KeyboardShortcuts).register([
      { key: 'g u', label: 'Unresolved tickets', short: 'Unresolved', group: 'Go to', run: () => undefined },
      { key: 'g d', label: 'Dashboard', group: 'Go to', run: () => undefined },
      { key: 'g t', label: 'Kept for later', group: 'Go to', listed: false, run: () => undefined },
    ]);
    hint = TestBed.createComponent(NextKeys);
    document.body.append(hint.nativeElement as HTMLElement);
    hint.detectChanges();
  });

  afterEach(() => {
    (hint.nativeElement as HTMLElement).remove();
    jest.useRealTimers();
  });

  it('are shown while a sequence waits for its next key, and no longer', () => {
    expect(shown()).toBe('');
    press('g');
    expect(shown()).toBe('GthenUUnresolvedDDashboard');
    press('d');
    expect(shown()).toBe('');
  });

  it('are read to whom does not know them', () => {
    press('g');
    press('u');
    jest.advanceTimersByTime(1000);
    expect(announced).toEqual([]);

    press('g');
    jest.advanceTimersByTime(1000);
    expect(announced).toEqual(['G, then U Unresolved tickets, D Dashboard']);
  });

  function press(key: string): void {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    TestBed.tick();
    hint.detectChanges();
  }

  function shown(): string {
    return (hint.nativeElement as HTMLElement).textContent.replaceAll(/\s+/g, ' ').trim();
  }
});
