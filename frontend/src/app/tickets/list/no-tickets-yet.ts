import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { KeyboardShortcuts } from '../../core/keyboard-shortcuts';
import { NewTicketLauncher } from '../../core/new-ticket-launcher';
import { EmptyState } from '../../ui/empty-state';
import { KeyCap } from '../../ui/key-cap';

/** What stands in the list of a new desk. */
@Component({
  selector: 'desk-no-tickets-yet',
  imports: [EmptyState, KeyCap, MatButton, MatIcon],
  template: `
    <desk-empty-state
      icon="inbox"
      heading="No tickets yet"
      text="Write the first one, or let your systems send them through the API."
    >
      <button matButton="filled" type="button" (click)="launcher.open()">
        <mat-icon svgIcon="add" />New ticket
        @if (keys.enabled()) {
          <desk-key-cap decorative>C</desk-key-cap>
        }
      </button>
      <a matButton href="api/docs">API documentation</a>
    </desk-empty-state>
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
    }

    desk-empty-state {
      flex: 1;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoTicketsYet {
  protected readonly keys = inject(KeyboardShortcuts);
  protected readonly launcher = inject(NewTicketLauncher);
}
