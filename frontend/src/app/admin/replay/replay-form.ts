import { Injectable, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder } from '@angular/forms';
import { map } from 'rxjs';
import type { ReplayOrder } from '../../api/admin-model';
import { rule } from '../../kit/forms/rules';
import { figure } from '../../ui/count-words';
import { percent, shareOf } from '../llm/settings/percent';

/** What is compared with the present: other thresholds, another model, or an LLM. */
export type Compared = 'thresholds' | 'model' | 'llm';

/** With fewer tickets there is nothing to compare. */
export const FEWEST = 20;
const MOST = { thresholds: 2_000, model: 2_000, llm: 200 } as const;
const AT_FIRST = '200';

/** What an admin wants to have replayed. Provided by the card that shows it. */
@Injectable()
export class ReplayForm {
  private readonly build = inject(NonNullableFormBuilder);
  private readonly chosen = signal<Compared>('thresholds');

  readonly compared = this.chosen.asReadonly();
  readonly form = this.build.group({
    tickets: this.build.control(AT_FIRST, [rule('tickets', (text) => this.wrongCount(text))]),
    category_threshold: this.build.control('', [percent('Sure of a category', 100)]),
    priority_threshold: this.build.control('', [percent('Sure of a priority', 100)]),
    model: this.build.control<number | null>(null),
    llm_model: this.build.control(''),
    examples: this.build.control(true),
  });
  private readonly values = toSignal(this.form.valueChanges.pipe(map(() => this.form.getRawValue())), {
    initialValue: this.form.getRawValue(),
  });
  /** What would be asked for; null while something is missing or wrong. */
  readonly order = computed<ReplayOrder | null>(() => {
    const { tickets, category_threshold, priority_threshold, model, llm_model, examples } = this.values();
    const compared = this.chosen();
    if (this.wrongCount(tickets) !== null || this.form.invalid) return null;
    const count = Number(tickets);
    if (compared === 'llm') {
      const named = llm_model.trim() === '' ? {} : { llm_model: llm_model.trim() };
      return { tickets: count, candidate: { by: 'llm', examples, ...named } };
    }
    if (compared === 'model') return model === null ? null : { tickets: count, candidate: { by: 'local', model } };
    if (category_threshold.trim() === '' && priority_threshold.trim() === '') return null;
    const thresholds = {
      ...(category_threshold.trim() !== '' && { category_threshold: shareOf(category_threshold) }),
      ...(priority_threshold.trim() !== '' && { priority_threshold: shareOf(priority_threshold) }),
    };
    return { tickets: count, baseline: { by: 'local' }, candidate: { by: 'local', ...thresholds } };
  });

  compare(what: Compared): void {
    this.chosen.set(what);
    this.form.controls.tickets.updateValueAndValidity();
  }

  compareModel(model: number): void {
    this.compare('model');
    this.form.controls.model.setValue(model);
  }

  private wrongCount(text: string): string | null {
    const most = MOST[this.chosen()];
    const count = Number(text);
    const fits = text.trim() !== '' && Number.isInteger(count) && count >= FEWEST && count <= most;
    return fits
      ? null
      : `Tickets go from ${FEWEST} to ${figure(most)}${most === MOST.llm ? ' where an LLM is asked' : ''}.`;
  }
}
