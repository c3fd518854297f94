import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder } from '@angular/forms';
import type { TokenPrices } from '../../../api/admin-model';
import { matching } from '../../../kit/forms/rules';
import { takeBackTold, tell } from '../../../ui/field-message';
import { TextField } from '../../../ui/text-field';
import { amountOf } from './amount';
import { SettingsDraft } from './settings-draft';

const PRICE = matching(/^\d{1,7}([.,]\d{1,9})?$/, 'A price is an amount like 0.15.');
const PARTS = ['input', 'output'] as const;

/** What a million tokens of a model cost. What was written stays as it is until the prices are others by something else. */
@Component({
  selector: 'desk-price-fields',
  imports: [TextField],
  template: `
    <desk-text-field [label]="'A million tokens that ' + model() + ' reads'" [control]="texts.controls.input" />
    <desk-text-field
      label="A million tokens that it writes"
      hint="Both empty: no price"
      [control]="texts.controls.output"
    />
    @if (besides(); as words) {
      <p class="small wrong" role="alert">{{ words }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }

    .wrong {
      color: var(--mat-sys-error);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PriceFields {
  readonly model = input.required<string>();

  private readonly draft = inject(SettingsDraft);
  private readonly build = inject(NonNullableFormBuilder);
  protected readonly texts = this.build.group({
    input: this.build.control('', PRICE),
    output: this.build.control('', PRICE),
  });
  private written: TokenPrices | null = null;

  /** What is wrong with the prices and said by neither field, such as with those of another model. */
  protected readonly besides = computed(() => {
    const { words, within } = this.draft.state().prices;
    const others = Object.entries(within).filter(([place]) => !this.places().includes(place));
    if (others.length > 0) return others.map(([, said]) => said).join(' ');
    return this.texts.invalid || Object.keys(within).length > 0 ? null : words;
  });
  private readonly places = computed(() => PARTS.map((part) => `${this.model()}.${part}`));

  constructor() {
    this.texts.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => this.write());
    effect(() => {
      const { prices } = this.draft.state().values;
      const model = this.model();
      if (prices !== this.written) untracked(() => this.show(prices[model]));
    });
    effect(() => {
      const { within } = this.draft.state().prices;
      for (const part of PARTS) {
        const control = this.texts.controls[part];
        const words = within[`${this.model()}.${part}`];
        untracked(() => (words === undefined ? takeBackTold(control) : tell(control, words)));
      }
    });
  }

  private show(price: TokenPrices[string] | undefined): void {
    for (const part of PARTS) this.texts.controls[part].reset(priceText(price?.[part]), { emitEvent: false });
  }

  private write(): void {
    const { prices } = this.draft.form.controls;
    const { input: read, output: wrote } = this.texts.getRawValue();
    const price = { input: amountOf(read) ?? NaN, output: amountOf(wrote) ?? NaN };
    const isNone = `${read}${wrote}`.trim() === '';
    const all = Object.entries({ ...prices.value, [this.model()]: price });
    this.written = Object.fromEntries(all.filter(([model]) => !isNone || model !== this.model()));
    prices.setValue(this.written);
    prices.markAsDirty();
  }
}

/** Nothing where there is no amount; never with an exponent. */
function priceText(amount: number | undefined): string {
  if (amount === undefined || !Number.isFinite(amount)) return '';
  return amount.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 9 });
}
