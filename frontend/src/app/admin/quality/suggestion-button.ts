import type { ComponentType } from '@angular/cdk/portal';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { NearestDialog } from './nearest-dialog';
import { type AskedSuggestion, SentDialog } from './sent-dialog';

interface Shown {
  readonly words: string;
  readonly aloud: string;
  readonly dialog: ComponentType<object>;
}

const DIALOGS: Readonly<Record<'sent' | 'nearest', Shown>> = {
  sent: { words: 'What was sent', aloud: 'What was sent for', dialog: SentDialog },
  nearest: { words: 'Nearest tickets', aloud: 'Nearest tickets of', dialog: NearestDialog },
};

/** Leads to what led to a suggestion: what an LLM was sent, or the confirmed tickets nearest to the one that was judged. */
@Component({
  selector: 'desk-suggestion-button',
  imports: [MatButton],
  template: `
    <button
      matButton
      class="button-small"
      type="button"
      [attr.aria-label]="it().aloud + ' #' + asked().ticket"
      (click)="dialogs.show(it().dialog, asked())"
    >
      {{ it().words }}
    </button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuggestionButton {
  readonly asked = input.required<AskedSuggestion>();
  readonly shows = input.required<keyof typeof DIALOGS>();
  protected readonly dialogs = inject(Dialogs);
  protected readonly it = computed(() => DIALOGS[this.shows()]);
}
