import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../ui/empty-state';

/** What an agent meets at the address of an admin page. */
@Component({
  selector: 'desk-admins-only',
  imports: [EmptyState, MatButton, RouterLink],
  template: `
    <section class="pane">
      <h1 class="sr">For administrators</h1>
      <desk-empty-state
        icon="shield_person"
        heading="This page is for administrators"
        text="If you need something from here, ask one of them."
      >
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
export class AdminsOnly {}
