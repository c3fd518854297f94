import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { type AskedSuggestion, SentDialog } from './sent-dialog';

/** Leads to what an LLM was sent for a suggestion. */
@Component({
  selector: 'desk-sent-button',
  imports: [MatButton],
  template: `
    <button
      matButton
      class="button-small"
      type="button"
      [attr.aria-label]="'What was sent for #' + asked().ticket"
      (click)="dialogs.show(dialog, asked())"
    >
      What was sent
    </button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SentButton {
  readonly asked = input.required<AskedSuggestion>();
  protected readonly dialogs = inject(Dialogs);
  protected readonly dialog = SentDialog;
}
