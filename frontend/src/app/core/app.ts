import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, NavigationError, Router, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { ErrorState } from '../ui/error-state';
import { PRODUCT } from '../ui/product';
import { FocusKeeping } from './focus-keeping';
import { PageFocus } from './page-focus';
import { PageLoad } from './page-load';
import { Session } from './session';
import { SessionWatch } from './session-watch';
import { Mark } from './shell/mark';

/** A part of the first page did not come, as when the network changes while it loads. */
const PART_MISSING = { message: 'A part of the page did not come.', requestId: null, mayPass: true };

/** The root: a page, or what stands there until it is known who is signed in, or where the first page does not come. */
@Component({
  selector: 'desk-root',
  imports: [ErrorState, Mark, RouterOutlet],
  template: `
    @if (session.failure(); as failure) {
      <main class="start">
        <h1 class="sr">{{ product }}</h1>
        <desk-error-state heading="The desk cannot be reached" [failed]="failure" (retry)="session.retry()" />
      </main>
    } @else if (session.waiting()) {
      <div class="start waiting" role="status"><desk-mark /><span class="sr">Loading</span></div>
    } @else if (lost(); as address) {
      <main class="start">
        <h1 class="sr">{{ product }}</h1>
        <desk-error-state
          heading="The desk could not be loaded"
          [failed]="PART_MISSING"
          (retry)="pageLoad.go(address)"
        />
      </main>
    }
    <router-outlet />
  `,
  styles: `
    :host {
      display: contents;
    }

    .start {
      display: grid;
      place-items: center;
      height: 100dvh;
    }

    // A quick answer shows none of it.
    .waiting {
      animation: appear 250ms 400ms backwards;
    }

    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly product = PRODUCT;
  protected readonly session = inject(Session);
  protected readonly pageLoad = inject(PageLoad);
  protected readonly PART_MISSING = PART_MISSING;
  private readonly router = inject(Router);
  /** The address of the first page when that did not come; a later one leaves the page before it, and a message says so. */
  protected readonly lost = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationError || event instanceof NavigationEnd),
      map((event) => (event instanceof NavigationError && !this.router.navigated ? event.url : null)),
    ),
    { initialValue: null },
  );

  constructor() {
    inject(FocusKeeping).start();
    inject(PageFocus).follow();
    inject(SessionWatch).start();
  }
}
