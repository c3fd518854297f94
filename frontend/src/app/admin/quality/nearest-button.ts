import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { NearestDialog } from './nearest-dialog';
import type { AskedSuggestion } from './sent-dialog';

/** Leads to the confirmed tickets that were nearest to the one that was judged. */
@Component({
  selector: 'desk-nearest-button',
  imports: [MatButton],
  template: `
    <button
      matButton
      class="button-small"
      type="button"
      [attr.aria-label]="'Nearest tickets of #' + asked().ticket"
      (click)="dialogs.show(dialog, asked())"
    >
      Nearest tickets
    </button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NearestButton {
  readonly asked = input.required<AskedSuggestion>();
  protected readonly dialogs = inject(Dialogs);
  protected readonly dialog = NearestDialog;
}
