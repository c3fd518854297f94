/**
 * Parts of a set of examples for cross-validation, as even in every class as can be. Gives the part (from 0) of each
 * example. Examples of a class are dealt in the order in which they come, so the same order gives the same parts.
 */
export function stratifiedFolds(labels: readonly number[], parts: number): Int32Array {
  const dealt = new Map<number, number>();
  return Int32Array.from(labels, (label) => {
    const turn = dealt.get(label) ?? 0;
    dealt.set(label, turn + 1);
    // Each class begins at another part, so that small classes do not all end in the first.
    return (turn + label) % parts;
  });
}
