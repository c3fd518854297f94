/** One answer beside the truth: positions of classes, and the probability that was stated for the answer. */
export interface Judged {
  readonly label: number;
  readonly answer: number;
  readonly probability: number;
}

export interface ClassFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** How many of the judged belong to the class. */
  readonly support: number;
}

/** How good answers were. Shares are from 0 to 1; a share of nothing is 0. */
export interface Figures {
  readonly accuracy: number;
  /** The mean F1 of the classes that occur, each counting the same. */
  readonly macroF1: number;
  /** Expected calibration error over ten bins of equal width. */
  readonly ece: number;
  readonly classes: readonly ClassFigures[];
  /** Rows are the true classes, columns the answers. */
  readonly confusion: readonly (readonly number[])[];
}

/** Stated probabilities are compared with what came true in so many bins of equal width. */
export const BINS = 10;

/** Source of the calibration error: Guo et al., On Calibration of Modern Neural Networks, ICML 2017, section 2. */
export function figuresOf(judged: readonly Judged[], classCount: number): Figures {
  const confusion = Array.from({ length: classCount }, () => new Array<number>(classCount).fill(0));
  for (const { label, answer } of judged) {
    const row = confusion[label];
    if (row) row[answer] = (row[answer] ?? 0) + 1;
  }
  const classes = confusion.map((row, k) => {
    const right = row[k] ?? 0;
    const support = sum(row);
    const answered = sum(confusion.map((other) => other[k] ?? 0));
    const [precision, recall] = [share(right, answered), share(right, support)];
    return { precision, recall, f1: share(2 * precision * recall, precision + recall), support };
  });
  const occurring = classes.filter(({ support }) => support > 0);
  return {
    accuracy: share(judged.filter(({ label, answer }) => label === answer).length, judged.length),
    macroF1: share(sum(occurring.map(({ f1 }) => f1)), occurring.length),
    ece: calibrationError(judged),
    classes,
    confusion,
  };
}

/** How far stated probabilities are from what came true, on average, in ten bins of equal width. */
export function calibrationError(judged: readonly Judged[]): number {
  const bins = Array.from({ length: BINS }, () => ({ stated: 0, right: 0 }));
  for (const { label, answer, probability } of judged) {
    const bin = bins[binOf(probability)];
    if (!bin) continue;
    bin.stated += probability;
    bin.right += label === answer ? 1 : 0;
  }
  return binnedError(bins, judged.length);
}

/** The bin of a probability, from 0; 1 belongs to the last. */
export function binOf(probability: number): number {
  return Math.min(BINS - 1, Math.floor(probability * BINS));
}

/** The same error from what each bin adds up to: the probabilities that were stated, and how many answers were right. */
export function binnedError(bins: readonly { readonly stated: number; readonly right: number }[], of: number): number {
  return share(sum(bins.map(({ stated, right }) => Math.abs(stated - right))), of);
}

/** Agreement beyond chance: 1 is perfect, 0 what guessing by the frequencies gives. Source: Cohen, 1960. */
export function cohensKappa(confusion: readonly (readonly number[])[]): number {
  const total = sum(confusion.map(sum));
  if (total === 0) return 0;
  const agreed = sum(confusion.map((row, k) => row[k] ?? 0)) / total;
  const byChance = sum(
    confusion.map((row, k) => (sum(row) / total) * (sum(confusion.map((other) => other[k] ?? 0)) / total)),
  );
  return byChance === 1 ? 0 : (agreed - byChance) / (1 - byChance);
}

/** Within so many standard deviations of its mean a normal distribution has 95 % of itself. */
export const Z_95 = 1.959964;

/** The 95 % interval of a share, from 0 to 1. Source: Wilson, 1927. */
export function wilsonInterval(right: number, of: number): readonly [number, number] {
  if (of === 0) return [0, 1];
  const z = Z_95;
  const centre = (right + (z * z) / 2) / (of + z * z);
  const reach = (z * Math.sqrt((right * (of - right)) / of + (z * z) / 4)) / (of + z * z);
  return [Math.max(0, centre - reach), Math.min(1, centre + reach)];
}

/** Of no numbers it is none (`NaN`). */
export function meanOf(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
