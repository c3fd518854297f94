import { Injectable, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, type RouterStateSnapshot } from '@angular/router';
import { filter, map, startWith } from 'rxjs';
import { Viewport } from '../core/viewport';

/** Where the open ticket stands: beside the list on a wide screen, in its place elsewhere. Provided by the list's page. */
@Injectable()
export class TicketLayout {
  private readonly router = inject(Router);
  private readonly viewport = inject(Viewport);

  /** The number in the address; undefined when only the list is open. */
  readonly openId = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      startWith(null),
      map(() => idOf(this.router.routerState.snapshot)),
    ),
    { requireSync: true },
  );
  private readonly open = computed(() => this.openId() !== undefined);
  /** A person wants the ticket over the full width. */
  readonly full = signal(false);
  readonly wide = this.viewport.expanded;
  readonly beside = computed(() => this.open() && this.wide() && !this.full());
  readonly listShown = computed(() => !this.open() || this.beside());
}

function idOf(snapshot: RouterStateSnapshot): number | undefined {
  let route = snapshot.root;
  while (route.firstChild) route = route.firstChild;
  const id = route.paramMap.get('id');
  return id === null ? undefined : Number(id);
}
