/**
 * Has a method of a part of the desk stand still once, before it begins or when it is done: tells when it is there, and lets it go on.
 */
export function standsStill<Part extends object>(
  of: Part,
  method: keyof Part,
  when: 'before' | 'after' = 'after',
): { readonly isThere: Promise<void>; readonly goOn: () => void } {
  const [isThere, goesOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const whole = of[method] as (...parameters: unknown[]) => Promise<unknown>;
  const waits = async () => {
    of[method] = whole as Part[keyof Part];
    isThere.resolve();
    await goesOn.promise;
  };
  of[method] = (async (...parameters: unknown[]) => {
    if (when === 'before') await waits();
    const result = await whole.apply(of, parameters);
    if (when === 'after') await waits();
    return result;
  }) as Part[keyof Part];
  return { isThere: isThere.promise, goOn: goesOn.resolve };
}
