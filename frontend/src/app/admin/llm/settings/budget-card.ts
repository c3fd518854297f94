import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { LlmBudget, LlmState } from '../../../api/admin-model';
import { TextField } from '../../../ui/text-field';
import { figure } from '../../../ui/count-words';
import { asksLlm } from '../asked-words';
import { money } from './money';
import { PriceFields } from './price-fields';
import { SettingOrigin } from './setting-origin';
import { SettingsDraft } from './settings-draft';

/** What the LLM costs today, and what it may cost. */
@Component({
  selector: 'desk-budget-card',
  imports: [PriceFields, SettingOrigin, TextField],
  template: `
    <h2 id="llm-budget" class="t-medium">Budget of the LLM</h2>
    @if (today(); as it) {
      <p class="lead">
        <b class="num">{{ it.spent }}</b> {{ it.of }}
      </p>
      <p class="small quiet">{{ it.detail }}</p>
    } @else {
      <p class="small quiet">{{ failed() ? 'Not known.' : 'Loading' }}</p>
    }
    @if (asked() && !asksLlm()) {
      <p class="small quiet">No LLM is asked, so nothing is spent. A bound that is set here holds once one is.</p>
    }
    @if (draft.settings()) {
      <div class="fields">
        <div>
          <desk-text-field label="Most per day" hint="Empty: no bound" [control]="draft.form.controls.daily_budget" />
          <desk-setting-origin name="daily_budget" />
        </div>
        @if (model(); as name) {
          <desk-price-fields [model]="name" />
          <desk-setting-origin name="prices" />
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 0 20px 16px;
    }

    h2 {
      padding: 16px 0 8px;
    }

    .lead b {
      font-size: 28px;
      line-height: 36px;
    }

    .fields {
      display: grid;
      gap: 12px;
      padding-top: 16px;
    }
  `,
  host: { class: 'pane', role: 'region', 'aria-labelledby': 'llm-budget' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BudgetCard {
  /** Who answers; undefined while it is not known. */
  readonly asked = input<LlmState>();
  /** Undefined while it is not known. */
  readonly budget = input<LlmBudget>();
  /** It could not be asked for. */
  readonly failed = input(false);

  protected readonly draft = inject(SettingsDraft);
  protected readonly asksLlm = computed(() => asksLlm(this.asked()));
  /** Whose tokens have a price: the desk's own model costs nothing. */
  protected readonly model = computed(() => (this.asksLlm() ? (this.asked()?.model ?? null) : null));
  protected readonly today = computed(() => {
    const budget = this.budget();
    return budget && todayWords(budget);
  });
}

function todayWords({ spent, daily, calls, unknown, priced, used_up: usedUp }: LlmBudget) {
  const of = daily === null ? 'today' : `of ${money(daily)} today`;
  const asked = `${figure(calls)} calls today.`;
  const details = [
    usedUp ? `Today's budget of ${money(daily ?? 0)} is used up; asked again after midnight.` : asked,
    ...(daily !== null && !priced ? ['The model has no price, so the budget cannot be kept to.'] : []),
    ...(unknown > 0 ? [`What ${figure(unknown)} of them cost nobody knows.`] : []),
  ];
  return { spent: money(spent), of, detail: details.join(' ') };
}
