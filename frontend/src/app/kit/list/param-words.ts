import { isVisible } from '../../ui/unseen';

/** One parameter of an address: undefined when it is absent, an array when it is repeated. */
export type ParamValue = string | readonly string[] | null | undefined;

/** A parameter that is one text; '' when it is absent, or holds nothing that anybody sees. */
export function paramText(value: ParamValue): string {
  const text = [value ?? []].flat().join(' ').trim();
  return isVisible(text) ? text : '';
}

/** The values of a parameter that repeats or is comma-separated, each once. */
export function paramWords(value: ParamValue): readonly string[] {
  const all = [value ?? []].flat().flatMap((part: string) => part.split(','));
  return [...new Set(all.map((word) => word.trim()).filter((word) => word !== ''))];
}
