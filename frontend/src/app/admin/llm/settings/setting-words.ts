import type { SettingName, SuggestionSettings } from '../../../api/admin-model';
import { counted } from '../../../ui/count-words';
import { percentText } from './percent';

export const SETTING_LABELS: Readonly<Record<SettingName, string>> = {
  fallback: 'When the LLM fails',
  hidden_share: 'Hidden share',
  category_threshold: 'Sure of a category',
  priority_threshold: 'Sure of a priority',
  masking: 'Masking',
  mask_patterns: 'Patterns of your own',
  examples: 'Examples',
  daily_budget: 'Budget for a day',
  prices: 'Prices',
};

/** The environment variable that gives the first value; others begin as they are shipped. */
export const SETTING_VARIABLES: Readonly<Partial<Record<SettingName, string>>> = {
  fallback: 'LLM_FALLBACK',
  hidden_share: 'HIDDEN_SHARE',
  daily_budget: 'LLM_DAILY_BUDGET',
};

export const FALLBACK_LABELS: Readonly<Record<SuggestionSettings['fallback'], string>> = {
  local: 'Own model',
  defaults: 'General and medium',
};

/** A value as it is said: "5 %", "own model", "no bound". */
export function settingWords(name: SettingName, settings: Pick<SuggestionSettings, SettingName>): string {
  switch (name) {
    case 'fallback':
      return FALLBACK_LABELS[settings.fallback].toLowerCase();
    case 'hidden_share':
      return `${percentText(settings.hidden_share)} %`;
    case 'category_threshold':
    case 'priority_threshold': {
      const threshold = settings[name];
      return threshold === null ? "the model's own" : `${percentText(threshold)} %`;
    }
    case 'masking':
    case 'examples':
      return settings[name] ? 'on' : 'off';
    case 'daily_budget':
      return settings.daily_budget === null ? 'no bound' : settings.daily_budget.toFixed(2);
    case 'mask_patterns':
      return settings.mask_patterns.length === 0 ? 'none' : counted(settings.mask_patterns.length, 'pattern');
    case 'prices': {
      const models = Object.keys(settings.prices).length;
      return models === 0 ? 'none' : counted(models, 'model');
    }
  }
}
