import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { SuggestionState } from './suggestion-state';

const HEADINGS: Readonly<Record<SuggestionState['phase'], string>> = {
  idle: 'The desk suggests',
  reading: 'The desk is reading',
  suggested: 'The desk suggests',
  none: 'No suggestion this time',
  failed: 'No suggestion this time',
};

/** Where the desk is with the text, around the fields it proposes for. The fields are usable in every state. */
@Component({
  selector: 'desk-suggestion-card',
  imports: [MatButton, MatIcon],
  templateUrl: './suggestion-card.html',
  styleUrl: './suggestion-card.scss',
  host: {
    role: 'group',
    '[attr.aria-labelledby]': 'headingId',
    '[attr.aria-busy]': "state().phase === 'reading'",
    '[class.off]': 'off()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuggestionCard {
  readonly state = input.required<SuggestionState>();
  /** The suggestion is for the text as it stands. */
  readonly upToDate = input(true);
  /** There is a text that the desk can read. */
  readonly canAsk = input(false);
  /** The person does not want to wait for a pause, or wants another try. */
  readonly ask = output();

  protected readonly headingId = 'suggestion-heading';
  protected readonly heading = computed(() => HEADINGS[this.state().phase]);
  protected readonly off = computed(() => ['none', 'failed'].includes(this.state().phase));

  protected readonly words = computed(() => {
    const state = this.state();
    switch (state.phase) {
      case 'idle':
        return 'It reads along and fills in both when you pause. You have the last word.';
      case 'none':
        return state.suggestion.notice ?? 'The defaults are filled in. Please check both; nothing you typed is lost.';
      case 'failed':
        return 'The desk could not be asked. Please check both; nothing you typed is lost.';
      default:
        return null;
    }
  });

  protected readonly askLabel = computed(() => {
    if (this.state().phase === 'idle') return 'Suggest now';
    return this.off() ? 'Ask again' : null;
  });
}
