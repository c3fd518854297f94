import { Injectable, Injector, afterNextRender, inject } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';

/**
 * After a move to another page the focus goes to its heading, or to the main region while there is none, so that
 * the keyboard and the reading voice start where the eye does. Inside a page (a filter, a ticket beside the list)
 * the focus belongs to the page itself. Who has gone on to something else meanwhile keeps it.
 */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);

  /** Starts following the router. */
  follow(): void {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => pageOf(event.urlAfterRedirects)),
        pairwise(),
        filter(([before, now]) => before !== now),
      )
      .subscribe(() => this.arrive());
  }

  focusMain(): void {
    const main = document.getElementById('main');
    const heading = main?.querySelector<HTMLElement>('h1');
    if (heading) heading.tabIndex = -1;
    (heading ?? main)?.focus({ preventScroll: true });
  }

  private arrive(): void {
    const before = document.activeElement;
    const focus = () => {
      const now = document.activeElement;
      if (now === before || now === document.body) this.focusMain();
    };
    afterNextRender(focus, { injector: this.injector });
  }
}

function pageOf(url: string): string {
  return url.split(/[/?#]/)[1] ?? '';
}
