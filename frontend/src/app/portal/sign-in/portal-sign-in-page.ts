import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { ArrivingToken } from '../arriving-token';
import { PortalDesk } from '../portal-desk';
import { Arrival } from './arrival';
import { AskForLink } from './ask-for-link';

/** How customers get in: by a link that is sent to their address, and with that link. There is no password. */
@Component({
  selector: 'desk-portal-sign-in-page',
  imports: [Arrival, AskForLink],
  template: `
    <main id="main" tabindex="-1" class="sheet">
      @if (token.value(); as value) {
        <desk-arrival [token]="value" (spent)="spent.set(true)" />
      } @else {
        <desk-ask-for-link [desk]="desk.info()" [spent]="spent()" />
      }
    </main>
  `,
  styleUrl: './portal-sign-in-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PortalSignInPage {
  protected readonly desk = inject(PortalDesk);
  protected readonly token = inject(ArrivingToken);
  /** The link that somebody came with is of no use any more. */
  protected readonly spent = signal(false);
}
