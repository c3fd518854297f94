/** How often the right class is to be in the set. */
const COVERAGE = 0.9;
/** Below this many examples no promise can be kept. */
const FROM = 20;
/**
 * By how many standard deviations fewer examples may be missed than one in ten: few examples lack what is rare on the desk, and
 * the promise held for only 85 to 91 of 100 tickets at 20 to 100 examples without it.
 */
const CAUTION = 0.5;

/**
 * The least probability with which a class belongs to the set that holds the right one nine times of ten; null while there
 * are fewer than 20 examples. `rightOnes` are the probabilities that a model gave to the right class of texts
 * it had not learned from.
 *
 * Source: Sadinle, Lei and Wasserman, Least Ambiguous Set-Valued Classifiers with Bounded Error Levels, 2019 (LAC), with
 * the finite-sample correction of split conformal prediction.
 */
export function offeredFrom(rightOnes: readonly number[]): number | null {
  if (rightOnes.length < FROM) return null;
  const ascending = [...rightOnes].sort((one, other) => one - other);
  const caution = CAUTION * Math.sqrt(rightOnes.length * COVERAGE * (1 - COVERAGE));
  const missable = Math.floor((rightOnes.length + 1) * (1 - COVERAGE) - caution) - 1;
  return missable < 0 ? 0 : (ascending[missable] ?? 0);
}
