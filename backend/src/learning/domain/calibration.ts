import { softmax } from './numeric/softmax.ts';

/** Raw scores of an example that the model was not fitted to, and its right class. */
export interface ScoredExample {
  readonly scores: Float64Array;
  readonly label: number;
}

/** How raw scores become probabilities that come true. */
export interface Calibration {
  /** What scores are divided by. */
  readonly temperature: number;
  /** Which share of decisions goes to any class whatever the text says, from 0 to 1; 0 where it is not there. */
  readonly wrongShare?: number;
}

const LOWEST = 0.1;
const HIGHEST = 8;
const ROUNDS = 30;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Below this many decided tickets their record is too short for a temperature of their own. */
const RECORD_FROM = 20;
/** What makes the confidence of a model come true that knows the starter alone. */
const AT_FIRST = 1.2;
/** That first temperature counts as much as this many tickets. */
const FIRST_WORTH = 20;
/** How much one ticket says about the temperature, as the curvature of its loss in the temperature's logarithm. */
const CURVATURE = 0.15;
/** Below this many decided tickets nobody can tell wrong decisions from ones that are hard to foresee. */
const WRONG_FROM = 200;
/** What a wrong share of 1 adds to the log loss of all examples: few of them do not make one. */
const WRONG_COSTS = 30;
/**
 * What surely belongs to a class is told with this confidence at least, however many decisions are wrong. Where it is one in
 * ten, hardly a ticket would reach the 90 % that people look for otherwise, though as many of those that do are right.
 */
const REACH = 0.92;
const HALVINGS = 20;

/**
 * What makes probabilities come true: the temperature of the least log loss of what was held out, drawn towards the first one
 * while that is little, and, from 200 examples on, the share of wrong decisions that goes with it. A temperature alone takes
 * back confidence everywhere for the sake of a few decisions that no text foretells.
 *
 * Source of the temperature: Guo et al., On Calibration of Modern Neural Networks, ICML 2017, section 4.2.
 */
export function calibrationOf(heldOut: readonly ScoredExample[]): Required<Calibration> {
  if (heldOut.length < RECORD_FROM) return { temperature: AT_FIRST, wrongShare: 0 };
  const mayBeWrong = heldOut.length >= WRONG_FROM;
  const lossAt = (logT: number): number => {
    const temperature = Math.exp(logT);
    const loss = mayBeWrong ? leastLossOf(rightOnesOf(heldOut, temperature)).loss : logLossOf(heldOut, temperature);
    return loss + (FIRST_WORTH * CURVATURE * (logT - Math.log(AT_FIRST)) ** 2) / 2;
  };
  const temperature = Math.exp(lowestOf(lossAt, Math.log(LOWEST), Math.log(HIGHEST)));
  return { temperature, wrongShare: mayBeWrong ? leastLossOf(rightOnesOf(heldOut, temperature)).wrongShare : 0 };
}

/** The probabilities of the classes. */
export function probabilitiesOf(scores: Float64Array, { temperature, wrongShare = 0 }: Calibration): Float64Array {
  const cooled = scores.map((score) => score / temperature);
  softmax(cooled, 0);
  if (wrongShare === 0) return cooled;
  return cooled.map((probability) => (1 - wrongShare) * probability + wrongShare / cooled.length);
}

/** Where a function of one valley is lowest, by golden-section search. */
function lowestOf(of: (at: number) => number, from: number, to: number): number {
  let [left, right] = [to - (to - from) * GOLDEN, from + (to - from) * GOLDEN];
  let [ofLeft, ofRight] = [of(left), of(right)];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (ofLeft < ofRight) {
      [to, right, ofRight] = [right, left, ofLeft];
      left = to - (to - from) * GOLDEN;
      ofLeft = of(left);
    } else {
      [from, left, ofLeft] = [left, right, ofRight];
      right = from + (to - from) * GOLDEN;
      ofRight = of(right);
    }
  }
  return (from + to) / 2;
}

function logLossOf(examples: readonly ScoredExample[], temperature: number): number {
  let sum = 0;
  for (const { scores, label } of examples)
    sum += softmax(
      scores.map((score) => score / temperature),
      label,
    );
  return sum;
}

/** What a temperature gives to the right class of each example, and what chance would. */
interface RightOnes {
  readonly probabilities: Float64Array;
  readonly chance: number;
}

function rightOnesOf(examples: readonly ScoredExample[], temperature: number): RightOnes {
  const probabilities = Float64Array.from(
    examples,
    ({ scores, label }) => probabilitiesOf(scores, { temperature })[label] ?? 0,
  );
  return { probabilities, chance: 1 / (examples[0]?.scores.length ?? 1) };
}

/** The wrong share of the least log loss, which is convex in it: found where its slope changes sign. */
function leastLossOf({ probabilities, chance }: RightOnes): { readonly loss: number; readonly wrongShare: number } {
  let [from, to] = [0, (1 - REACH) / (1 - chance)];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (from + to) / 2;
    let slope = WRONG_COSTS;
    for (const right of probabilities) slope -= (chance - right) / (right + middle * (chance - right));
    if (slope > 0) to = middle;
    else from = middle;
  }
  let loss = WRONG_COSTS * from;
  for (const right of probabilities) loss -= Math.log(right + from * (chance - right));
  return { loss, wrongShare: from };
}
