import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ErrorState } from '../ui/error-state';
import { PRODUCT } from '../ui/product';
import { FocusKeeping } from './focus-keeping';
import { PageFocus } from './page-focus';
import { Session } from './session';
import { SessionWatch } from './session-watch';
import { Mark } from './shell/mark';

/** The root: a page, or what stands there until it is known who is signed in. */
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

  constructor() {
    inject(FocusKeeping).start();
    inject(PageFocus).follow();
    inject(SessionWatch).start();
  }
}
