import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatDialogClose } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';

/** Writes a ticket; the desk suggests where it belongs while it is being written. */
@Component({
  selector: 'desk-new-ticket-dialog',
  imports: [MatDialogClose, MatIcon, MatIconButton],
  template: `
    <h2 id="new-ticket-heading" class="t-headline">New ticket</h2>
    <button matIconButton class="touch-48" type="button" aria-label="Close" mat-dialog-close>
      <mat-icon svgIcon="close" />
    </button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: 20px 16px 12px 32px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewTicketDialog {}
