import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../ui/empty-state';

/** Where an address leads that no page has. */
@Component({
  selector: 'desk-not-found',
  imports: [EmptyState, MatButton, RouterLink],
  template: `
    <section class="pane">
      <h1 class="sr">Page not found</h1>
      <desk-empty-state icon="link" heading="There is no page at this address" text="It may have moved.">
        <a matButton="tonal" routerLink="/tickets">Go to the tickets</a>
      </desk-empty-state>
    </section>
  `,
  styles: `
    :host {
      display: grid;
    }

    .pane {
      justify-content: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFound {}
