/** A function to be minimised: writes its gradient at `point` into `gradient` and gives its value there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface Stop {
  readonly maxIterations: number;
  /** The gain of a step, as a share of the value, below which it is not worth another one. */
  readonly leastGain: number;
  /** The largest component of the gradient that counts as flat. */
  readonly tolerance: number;
}

const MEMORY = 8;
const SUFFICIENT_DECREASE = 1e-4;
const CURVATURE = 0.9;
const MAX_STEPS = 20;

/**
 * Minimises a smooth function by L-BFGS with a line search that keeps to the weak Wolfe conditions (bisection), starting
 * at `point`, which it moves to where it ends. Deterministic: the same function from the same point ends at the same bytes.
 *
 * Source: Nocedal and Wright, Numerical Optimization, 2nd edition, algorithm 7.4 (two-loop recursion).
 */
export function minimise(
  objective: Objective,
  point: Float64Array,
  { maxIterations, leastGain, tolerance }: Stop,
): number {
  const size = point.length;
  let gradient: Float64Array = new Float64Array(size);
  let value = objective(point, gradient);
  const moves: Float64Array[] = [];
  const turns: Float64Array[] = [];
  const curvatures: number[] = [];
  const direction = new Float64Array(size);
  for (let iteration = 0; iteration < maxIterations && largest(gradient) > tolerance; iteration += 1) {
    descend(direction, gradient, moves, turns, curvatures);
    const slope = dot(gradient, direction);
    if (slope >= 0) break;
    const first = iteration === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    const found = search(objective, { point, value, slope }, direction, first);
    if (!found) break;
    const move = new Float64Array(size);
    const turn = new Float64Array(size);
    for (let at = 0; at < size; at += 1) {
      move[at] = found.point[at]! - point[at]!;
      turn[at] = found.gradient[at]! - gradient[at]!;
    }
    const curvature = dot(move, turn);
    if (curvature > 1e-12) {
      moves.push(move);
      turns.push(turn);
      curvatures.push(curvature);
      if (moves.length > MEMORY) for (const list of [moves, turns, curvatures]) list.shift();
    }
    point.set(found.point);
    gradient = found.gradient;
    const gain = value - found.value;
    value = found.value;
    if (gain <= leastGain * Math.max(1, Math.abs(value))) break;
  }
  return value;
}

interface Start {
  readonly point: Float64Array;
  readonly value: number;
  readonly slope: number;
}

interface Found {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

function search(
  objective: Objective,
  { point, value, slope }: Start,
  direction: Float64Array,
  first: number,
): Found | null {
  let [low, high, step] = [0, Infinity, first];
  const next = new Float64Array(point.length);
  const gradient = new Float64Array(point.length);
  let reached = value;
  for (let attempt = 0; attempt < MAX_STEPS; attempt += 1) {
    for (let at = 0; at < point.length; at += 1) next[at] = point[at]! + step * direction[at]!;
    reached = objective(next, gradient);
    if (reached > value + SUFFICIENT_DECREASE * step * slope) high = step;
    else if (dot(gradient, direction) < CURVATURE * slope) low = step;
    else return { point: next, value: reached, gradient };
    step = high === Infinity ? 2 * step : (low + high) / 2;
  }
  return reached < value ? { point: next, value: reached, gradient } : null;
}

function descend(
  direction: Float64Array,
  gradient: Float64Array,
  moves: readonly Float64Array[],
  turns: readonly Float64Array[],
  curvatures: readonly number[],
): void {
  for (let at = 0; at < direction.length; at += 1) direction[at] = -gradient[at]!;
  const weights: number[] = [];
  for (let past = moves.length - 1; past >= 0; past -= 1) {
    const weight = dot(moves[past]!, direction) / curvatures[past]!;
    weights[past] = weight;
    addScaled(direction, turns[past]!, -weight);
  }
  const last = turns.at(-1);
  if (last) {
    const scale = curvatures.at(-1)! / dot(last, last);
    for (let at = 0; at < direction.length; at += 1) direction[at]! *= scale;
  }
  for (let past = 0; past < moves.length; past += 1) {
    const weight = dot(turns[past]!, direction) / curvatures[past]!;
    addScaled(direction, moves[past]!, weights[past]! - weight);
  }
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * other[at]!;
  return sum;
}

function addScaled(target: Float64Array, added: Float64Array, scale: number): void {
  for (let at = 0; at < target.length; at += 1) target[at]! += scale * added[at]!;
}

function largest(vector: Float64Array): number {
  let found = 0;
  for (const component of vector) {
    if (component > found) found = component;
    else if (-component > found) found = -component;
  }
  return found;
}
