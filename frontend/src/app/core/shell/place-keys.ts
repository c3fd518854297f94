import { DestroyRef, Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { KeyboardShortcuts } from '../keyboard-shortcuts';
import { RememberedView } from '../remembered-view';
import { BellOpening } from './bell-opening';

/** The views of the tickets, which these keys lead to from everywhere. */
const VIEWS = [
  { key: 'u', label: 'Unresolved tickets', short: 'Unresolved', name: 'unresolved' },
  { key: 'i', label: 'My tickets', short: 'Mine', name: 'mine' },
  { key: 'n', label: 'Unassigned tickets', short: 'Unassigned', name: 'unassigned' },
  { key: 'a', label: 'All tickets', short: 'All', name: 'all' },
] as const;

/** G and a letter lead to a place, from every page. Provided by the shell. */
@Injectable()
export class PlaceKeys {
  private readonly remembered = inject(RememberedView);
  private readonly bell = inject(BellOpening);
  private readonly router = inject(Router);

  constructor() {
    inject(KeyboardShortcuts).register(
      [
        ...VIEWS.map(({ key, label, short, name }) => ({
          ...{ key: `g ${key}`, label, short, group: 'Go to' as const },
          run: () => this.goTo(name),
        })),
        { key: 'g c', label: 'Contacts', group: 'Go to', run: () => void this.router.navigate(['/contacts']) },
        {
          ...{ key: 'g r', label: 'Canned answers', short: 'Answers', group: 'Go to' as const },
          run: () => void this.router.navigate(['/canned-answers']),
        },
        { key: 'g d', label: 'Dashboard', group: 'Go to', run: () => void this.router.navigate(['/dashboard']) },
        { key: 'g t', label: 'Triage', group: 'Go to', run: () => void this.router.navigate(['/triage']) },
        { key: 'g m', label: 'What concerns you', short: 'For you', group: 'Go to', run: () => this.bell.ask() },
      ],
      inject(DestroyRef),
    );
  }

  private goTo(view: string): void {
    this.remembered.keepView(view);
    void this.router.navigate(['/tickets'], { queryParams: { view } });
  }
}
