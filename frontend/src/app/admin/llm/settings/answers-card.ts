import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatFormField } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { LlmState } from '../../../api/admin-model';
import { ErrorState } from '../../../ui/error-state';
import { Skeleton } from '../../../ui/skeleton';
import { TextField } from '../../../ui/text-field';
import { asksLlm } from '../asked-words';
import { SettingOrigin } from './setting-origin';
import { FALLBACK_LABELS } from './setting-words';
import { SettingsDraft } from './settings-draft';

/** Who answers, in which order, how sure the desk has to be, and how much it keeps to itself to be measured. */
@Component({
  selector: 'desk-answers-card',
  imports: [ErrorState, MatFormField, MatOption, MatSelect, ReactiveFormsModule, SettingOrigin, Skeleton, TextField],
  templateUrl: './answers-card.html',
  styleUrl: './answers-card.scss',
  host: { class: 'pane', role: 'region', 'aria-labelledby': 'answers' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswersCard {
  /** Who is asked; undefined while that is not known. */
  readonly asked = input<LlmState>();
  protected readonly draft = inject(SettingsDraft);
  protected readonly controls = this.draft.form.controls;
  protected readonly fallbacks = Object.entries(FALLBACK_LABELS).map(([value, label]) => ({ value, label }));
  protected readonly asksLlm = computed(() => asksLlm(this.asked()));
  protected readonly first = computed(() => {
    const state = this.asked();
    if (!state) return 'Not known yet';
    return this.asksLlm() ? ['LLM', state.model].filter(Boolean).join(', ') : 'Own model';
  });
}
