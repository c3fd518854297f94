import { Injectable, inject, signal } from '@angular/core';
import { NavigationEnd, type Params, Router } from '@angular/router';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

/** What the list of tickets showed when it was left, so that the way back from another page leads there. */
@Injectable({ providedIn: 'root' })
export class LastList {
  private readonly router = inject(Router);
  private readonly left = signal<Params>({});
  private readonly inside = signal(false);

  /** The list, or a ticket in it, is open. */
  readonly isOpen = this.inside.asReadonly();
  /** The parameters of its address. */
  readonly params = this.left.asReadonly();

  constructor() {
    this.router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationEnd) this.note(event.urlAfterRedirects);
    });
  }

  private note(url: string): void {
    const inside = /^\/tickets(?![^/?#])/.test(url);
    this.inside.set(inside);
    if (inside) this.left.set(this.router.parseUrl(url).queryParams);
  }
}
