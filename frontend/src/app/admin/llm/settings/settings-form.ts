import {
  type AbstractControl,
  type FormControl,
  type FormGroup,
  type NonNullableFormBuilder,
  type ValidationErrors,
} from '@angular/forms';
import type {
  MaskPattern,
  SettingName,
  SuggestionSettings,
  SuggestionSettingsChange,
  TokenPrices,
} from '../../../api/admin-model';
import { matching, needed } from '../../../kit/forms/rules';
import { messageOf, toldWithin } from '../../../ui/field-message';
import { amountOf } from './amount';
import { percent, percentText, shareOf } from './percent';

/** What stands in the fields: shares in percent, and nothing where the model or no bound is meant. */
export interface SettingsValues {
  fallback: SuggestionSettings['fallback'];
  hidden_share: string;
  category_threshold: string;
  priority_threshold: string;
  masking: boolean;
  mask_patterns: readonly MaskPattern[];
  examples: boolean;
  daily_budget: string;
  prices: TokenPrices;
}

export type SettingsForm = FormGroup<{ [Name in SettingName]: FormControl<SettingsValues[Name]> }>;

const AMOUNT = /^\d{1,7}([.,]\d{1,2})?$/;

/** The fields of the settings, named as on the wire. Cards show each its part. */
export function settingsForm(build: NonNullableFormBuilder): SettingsForm {
  return build.group({
    fallback: build.control<SettingsValues['fallback']>('defaults'),
    hidden_share: build.control('', [needed('Hidden share is needed.'), percent('Hidden share', 50)]),
    category_threshold: build.control('', percent('A threshold', 100)),
    priority_threshold: build.control('', percent('A threshold', 100)),
    masking: build.control(true),
    mask_patterns: build.control<readonly MaskPattern[]>([]),
    examples: build.control(true),
    daily_budget: build.control('', matching(AMOUNT, 'The budget is an amount like 5 or 2.50.')),
    prices: build.control<TokenPrices>({}, wholePrices),
  });
}

/** What is wrong with a field that holds several things: a sentence, and more of them by their places within. */
interface Wrong {
  words: string | null;
  within: ReturnType<typeof toldWithin>;
}

/** What stands in the fields, and what is wrong with those that hold several things. */
export interface FormState {
  values: SettingsValues;
  patterns: Wrong;
  prices: Wrong;
}

export function formState(form: SettingsForm): FormState {
  const { mask_patterns: patterns, prices } = form.controls;
  const wrong = (control: AbstractControl): Wrong => ({ words: messageOf(control), within: toldWithin(control) });
  return { values: form.getRawValue(), patterns: wrong(patterns), prices: wrong(prices) };
}

/** Half a price is none: what is no amount stands as NaN, or as null where it was kept. */
function wholePrices({ value }: AbstractControl<TokenPrices>): ValidationErrors | null {
  const amounts = Object.values(value).flatMap(({ input, output }) => [input, output]);
  return amounts.every((amount) => Number.isFinite(amount)) ? null : { whole: 'A model needs both prices, or none.' };
}

export function valuesOf(settings: Pick<SuggestionSettings, SettingName>): SettingsValues {
  const { fallback, masking, mask_patterns, examples, prices, daily_budget: budget } = settings;
  return {
    ...{ fallback, masking, mask_patterns, examples, prices },
    hidden_share: percentText(settings.hidden_share),
    category_threshold: percentText(settings.category_threshold),
    priority_threshold: percentText(settings.priority_threshold),
    daily_budget: budget === null ? '' : budget.toFixed(2),
  };
}

/** What differs, as it is sent. */
export function changeOf(values: SettingsValues, before: SettingsValues): SuggestionSettingsChange {
  const sent: Required<SuggestionSettingsChange> = {
    ...values,
    mask_patterns: [...values.mask_patterns],
    hidden_share: shareOf(values.hidden_share),
    category_threshold: shareOf(values.category_threshold),
    priority_threshold: shareOf(values.priority_threshold),
    daily_budget: amountOf(values.daily_budget),
  };
  const changed = Object.entries(sent).filter(([name]) => isDifferent(name as SettingName, values, before));
  return Object.fromEntries(changed);
}

export function isDifferent(name: SettingName, one: SettingsValues, other: Partial<SettingsValues>): boolean {
  return JSON.stringify(one[name]) !== JSON.stringify(other[name]);
}
