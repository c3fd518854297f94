/** Sizes of a decoded value: fields of objects and items of lists at all levels together, and levels within each other. */
export interface InputSize {
  readonly fields: number;
  readonly items: number;
  readonly depth: number;
}

/**
 * In which respect a value is larger than this, or null when it is not. Looks no further than the limits, and does not
 * call itself for each level: what is asked of it is bounded, whatever was sent.
 */
export function excessOf(value: unknown, limits: InputSize): keyof InputSize | null {
  let fields = 0;
  let items = 0;
  let level = [value].filter(isNested);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.depth) return 'depth';
    const inside: unknown[] = [];
    for (const one of level) {
      if (Array.isArray(one)) {
        items += one.length;
        if (items > limits.items) return 'items';
        inside.push(...(one as unknown[]));
      } else {
        for (const field in one) {
          fields++;
          if (fields > limits.fields) return 'fields';
          inside.push((one as Record<string, unknown>)[field]);
        }
      }
    }
    level = inside.filter(isNested);
  }
  return null;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
