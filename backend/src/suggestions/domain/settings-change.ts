import { isDeepStrictEqual } from 'node:util';
import type { ChoicesPatch, SetChoices } from './desk-settings.ts';

/** What is different in one of the settings; null is what the environment says. */
export interface ChoiceChange {
  readonly from: unknown;
  readonly to: unknown;
}

export function patchedChoices(before: SetChoices, patch: ChoicesPatch): SetChoices {
  const given = Object.entries<unknown>(patch).filter(([, value]) => value !== undefined);
  return { ...before, ...(Object.fromEntries(given) as ChoicesPatch) };
}

/** What is different, under the names that the API has for it. */
export function choiceChanges(before: SetChoices, after: SetChoices): Readonly<Record<string, ChoiceChange>> {
  const names = Object.keys(after) as (keyof SetChoices)[];
  const changed = names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  return Object.fromEntries(changed.map((name) => [inTheApi(name), { from: before[name], to: after[name] }]));
}

function inTheApi(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
