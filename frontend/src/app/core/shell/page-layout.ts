import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';
import { Viewport } from '../viewport';

const NO_DATA: Readonly<Record<string, unknown>> = {};

/** How much of the shell stands around the page that is open. Provided by the shell. */
@Injectable()
export class PageLayout {
  private readonly router = inject(Router);
  /** A phone: search and a bar at the bottom instead of the rail. */
  readonly compact = inject(Viewport).compact;

  private readonly data = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.deepestRouteData()),
    ),
    { initialValue: NO_DATA },
  );
  readonly fullScreen = computed(() => this.compact() && this.data()['fullScreenOnPhone'] === true);
  /** The page has the whole window, on every screen. */
  readonly alone = computed(() => this.data()['alone'] === true);

  private deepestRouteData(): Record<string, unknown> {
    let route = this.router.routerState.snapshot.root;
    while (route.firstChild) route = route.firstChild;
    return route.data;
  }
}
