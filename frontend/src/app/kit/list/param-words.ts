/** One parameter of an address: undefined when it is absent, an array when it is repeated. */
export type ParamValue = string | readonly string[] | null | undefined;

/** A parameter that is one text; '' when it is absent. */
export function paramText(value: ParamValue): string {
  return [value ?? []].flat().join(' ').trim();
}

/** The values of a parameter that repeats or is comma-separated, each once. */
export function paramWords(value: ParamValue): readonly string[] {
  const all = [value ?? []].flat().flatMap((part: string) => part.split(','));
  return [...new Set(all.map((word) => word.trim()).filter((word) => word !== ''))];
}
