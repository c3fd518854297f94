import { Location } from '@angular/common';
import { ErrorHandler, Injectable, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';
import { filter, map, startWith } from 'rxjs';
import { NextPaint } from '../../core/next-paint';
import { pathOf } from '../../core/path-of';

/**
 * Leads from the rows to their tickets, under what the address of the list asks for. The router makes an address from its
 * tree, which is too slow for each of many rows that come into sight. Provided by the list's page.
 */
@Injectable()
export class RowLinks {
  private readonly errors = inject(ErrorHandler);
  private readonly paint = inject(NextPaint);
  private readonly router = inject(Router);
  private readonly prefix = inject(Location).prepareExternalUrl('/tickets/');
  private readonly query = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      startWith(null),
      map(() => /\?[^#]*/.exec(this.router.url)?.[0] ?? ''),
    ),
    { requireSync: true },
  );

  /** Grows with each navigation that leads elsewhere; what the list asks for may be another meanwhile. */
  private readonly begun = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationStart),
      filter(({ url }) => pathOf(url) !== pathOf(this.router.url)),
      map(({ id }) => id),
    ),
  );

  private readonly next = signal<number | undefined>(undefined);
  /** The ticket that is about to be shown. */
  readonly opening = this.next.asReadonly();

  /** The address of a ticket. Reads a signal. */
  to(id: number): string {
    return `${this.prefix}${id}${this.query()}`;
  }

  /**
   * Opens a ticket whose link was clicked, unless that asks the browser for a tab or window of its own. The row tells that
   * it was heard before the ticket is drawn; not so for Enter, as keys that are typed after it are for the ticket. Who has
   * gone elsewhere before it is drawn stays there.
   */
  follow(id: number, event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    this.next.set(id);
    const isByKey = event.detail === 0;
    if (isByKey) void this.open(id);
    else {
      const begun = this.begun();
      this.paint.after(() => {
        if (this.begun() === begun) void this.open(id);
        else this.forget(id);
      });
    }
  }

  private async open(id: number): Promise<void> {
    try {
      await this.router.navigate(['/tickets', id], { queryParamsHandling: 'preserve' });
    } catch (error) {
      this.errors.handleError(error);
    }
    this.forget(id);
  }

  private forget(id: number): void {
    if (this.next() === id) this.next.set(undefined);
  }
}
