import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Categories } from '../../api/categories';
import { registerIcons } from '../../ui/icons';
import { cardWords } from './card-words';
import type { Standings } from './card-words';
import { SUGGESTION_ICONS } from './suggestion-icon-set';
import type { SuggestionState } from './suggestion-state';
import { WordChips } from './word-chips';

/** Where the desk is with the text, around the fields it proposes for. The fields are usable in every state. */
@Component({
  selector: 'desk-suggestion-card',
  imports: [MatButton, MatIcon, WordChips],
  templateUrl: './suggestion-card.html',
  styleUrls: ['./card-head.scss', './suggestion-card.scss'],
  host: {
    role: 'group',
    '[attr.aria-labelledby]': 'headingId',
    '[attr.aria-busy]': "state().phase === 'reading'",
    '[class.off]': 'words().off',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuggestionCard {
  private readonly categories = inject(Categories);

  readonly state = input.required<SuggestionState>();
  /** How the proposals stand to what the fields hold. */
  readonly standings = input.required<Standings>();
  /** The suggestion is for the text as it stands. */
  readonly upToDate = input(true);
  /** There is a text that the desk can read. */
  readonly canAsk = input(false);
  /** The person does not want to wait for a pause, or wants another try. */
  readonly ask = output();

  protected readonly headingId = 'suggestion-heading';
  protected readonly words = computed(() =>
    cardWords(this.state(), this.standings(), (key) => this.categories.label(key)),
  );

  /** Who suggests, where it is not whom the desk asks first; otherwise how fresh it is. */
  protected readonly aside = computed(() => {
    const state = this.state();
    if (state.phase !== 'suggested') return null;
    if (!this.upToDate()) return 'before your last change';
    const { source, notice } = state.suggestion;
    return source === 'local' && notice ? 'own model' : 'read just now';
  });

  protected readonly askLabel = computed(() => {
    const { phase } = this.state();
    if (phase === 'idle') return 'Suggest now';
    return phase === 'none' || phase === 'failed' ? 'Ask again' : null;
  });

  constructor() {
    registerIcons(SUGGESTION_ICONS);
  }
}
