import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatFormField } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatOption, MatSelect } from '@angular/material/select';
import type { LlmBudget, LlmState } from '../../../api/admin-model';
import { ErrorState } from '../../../ui/error-state';
import { Skeleton } from '../../../ui/skeleton';
import { TextField } from '../../../ui/text-field';
import { asksLlm } from '../asked-words';
import { money } from './money';
import { SettingOrigin } from './setting-origin';
import { FALLBACK_LABELS } from './setting-words';
import { SettingsDraft } from './settings-draft';

/** Who answers, in which order, how sure the desk has to be, and how much it keeps to itself to be measured. */
@Component({
  selector: 'desk-answers-card',
  imports: [
    ErrorState,
    MatFormField,
    MatIcon,
    MatOption,
    MatSelect,
    ReactiveFormsModule,
    SettingOrigin,
    Skeleton,
    TextField,
  ],
  templateUrl: './answers-card.html',
  styleUrl: './answers-card.scss',
  host: { class: 'pane', role: 'region', 'aria-labelledby': 'answers' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswersCard {
  /** Who is asked; undefined while that is not known. */
  readonly asked = input<LlmState>();
  readonly budget = input<LlmBudget>();
  protected readonly draft = inject(SettingsDraft);
  protected readonly controls = this.draft.form.controls;
  protected readonly fallbacks = Object.entries(FALLBACK_LABELS).map(([value, label]) => ({ value, label }));
  protected readonly asksLlm = computed(() => asksLlm(this.asked()));
  protected readonly first = computed(() => {
    const state = this.asked();
    if (!state) return 'Not known yet';
    return this.asksLlm() ? ['LLM', state.model].filter(Boolean).join(', ') : 'Own model';
  });
  /** Why the LLM is not asked now, and who answers meanwhile; null when it is. */
  protected readonly paused = computed(() => {
    const { used_up: usedUp = false, daily } = this.budget() ?? {};
    const settings = this.draft.settings();
    if (!usedUp || !settings || !this.asksLlm()) return null;
    const why = daily === 0 ? 'Not asked: its budget is 0.' : `Today's budget of ${money(daily ?? 0)} is used up.`;
    const who = daily === 0 ? 'Meanwhile' : 'Until midnight';
    return `${why} ${who}: ${FALLBACK_LABELS[settings.fallback].toLowerCase()}.`;
  });
}
