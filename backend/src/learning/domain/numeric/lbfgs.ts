/** A function to be minimised: writes its gradient at `point` into `gradient` and gives its value there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface Stop {
  readonly maxIterations: number;
  /** The gain of a step, as a share of the value, below which it is not worth another one. */
  readonly leastGain: number;
  /** The largest component of the gradient that counts as flat. */
  readonly tolerance: number;
}

const MEMORY = 6;
const SUFFICIENT_DECREASE = 1e-4;
const CURVATURE = 0.9;
const MAX_STEPS = 20;

/** A place that was visited. */
interface Place {
  readonly point: Float64Array;
  readonly gradient: Float64Array;
  readonly value: number;
}

/** A step that was taken: by how much the point moved and the gradient turned, and the product of both. */
interface Step {
  readonly move: Float64Array;
  readonly turn: Float64Array;
  curvature: number;
}

/**
 * Minimises a smooth function by L-BFGS with a line search that keeps to the weak Wolfe conditions (bisection), starting
 * at `point`, which it moves to where it ends. Deterministic: the same function from the same point ends at the same bytes.
 *
 * @param curvatures about how much the function is bent along each component, above 0: where these differ much, knowing
 * them saves half of the steps and more.
 *
 * Source: Nocedal and Wright, Numerical Optimization, 2nd edition, algorithm 7.4 (two-loop recursion), from a diagonal.
 */
export function minimise(
  objective: Objective,
  point: Float64Array,
  { maxIterations, leastGain, tolerance }: Stop,
  curvatures: Float64Array | null = null,
): number {
  const size = point.length;
  const ease = curvatures?.map((curvature) => 1 / curvature) ?? null;
  const gradient = new Float64Array(size);
  let here: Place = { point: point.slice(), gradient, value: objective(point, gradient) };
  let spare: Omit<Place, 'value'> = { point: new Float64Array(size), gradient: new Float64Array(size) };
  const steps: Step[] = [];
  const direction = new Float64Array(size);
  for (let iteration = 0; iteration < maxIterations && largest(here.gradient) > tolerance; iteration += 1) {
    descend(direction, here.gradient, steps, ease);
    const slope = dot(here.gradient, direction);
    if (slope >= 0) break;
    const isFirst = iteration === 0 && !ease;
    const first = isFirst ? Math.min(1, 1 / Math.sqrt(dot(here.gradient, here.gradient))) : 1;
    const value = search(objective, here, { direction, slope, first }, spare);
    if (value === null) break;
    const there = { ...spare, value };
    remember(steps, here, there);
    const gain = here.value - value;
    spare = { point: here.point, gradient: here.gradient };
    here = there;
    if (gain <= leastGain * Math.max(1, Math.abs(value))) break;
  }
  point.set(here.point);
  return here.value;
}

interface Line {
  readonly direction: Float64Array;
  readonly slope: number;
  /** The length that is tried first. */
  readonly first: number;
}

/** Finds a place further down the line, which it writes to `next`; gives the value there, or null when there is none. */
function search(
  objective: Objective,
  { point, value }: Place,
  { direction, slope, first }: Line,
  next: Omit<Place, 'value'>,
): number | null {
  let [low, high, length] = [0, Infinity, first];
  let reached = value;
  for (let attempt = 0; attempt < MAX_STEPS; attempt += 1) {
    for (let at = 0; at < point.length; at += 1) next.point[at] = point[at]! + length * direction[at]!;
    reached = objective(next.point, next.gradient);
    if (reached > value + SUFFICIENT_DECREASE * length * slope) high = length;
    else if (dot(next.gradient, direction) < CURVATURE * slope) low = length;
    else return reached;
    length = high === Infinity ? 2 * length : (low + high) / 2;
  }
  return reached < value ? reached : null;
}

/** Keeps the newest steps; the oldest one's arrays are used again. */
function remember(steps: Step[], here: Place, there: Place): void {
  const size = here.point.length;
  const oldest = steps.length < MEMORY ? undefined : steps.shift();
  const { move, turn } = oldest ?? { move: new Float64Array(size), turn: new Float64Array(size) };
  let curvature = 0;
  for (let at = 0; at < size; at += 1) {
    const moved = there.point[at]! - here.point[at]!;
    const turned = there.gradient[at]! - here.gradient[at]!;
    move[at] = moved;
    turn[at] = turned;
    curvature += moved * turned;
  }
  if (curvature > 1e-12) steps.push({ move, turn, curvature });
}

function descend(
  direction: Float64Array,
  gradient: Float64Array,
  steps: readonly Step[],
  ease: Float64Array | null,
): void {
  const size = direction.length;
  for (let at = 0; at < size; at += 1) direction[at] = -gradient[at]!;
  const last = steps.at(-1);
  if (!last) {
    if (ease) for (let at = 0; at < size; at += 1) direction[at]! *= ease[at]!;
    return;
  }
  const weights: number[] = [];
  let along = dot(last.move, direction);
  for (let past = steps.length - 1; past >= 0; past -= 1) {
    const { turn, curvature } = steps[past]!;
    const weight = along / curvature;
    weights[past] = weight;
    along = addScaledThenDot(direction, turn, -weight, steps[past - 1]?.move ?? null);
  }
  const scale = last.curvature / (ease ? easedSquare(last.turn, ease) : dot(last.turn, last.turn));
  if (ease) for (let at = 0; at < size; at += 1) direction[at]! *= scale * ease[at]!;
  else for (let at = 0; at < size; at += 1) direction[at]! *= scale;
  along = dot(steps[0]!.turn, direction);
  for (const [past, { move, curvature }] of steps.entries()) {
    along = addScaledThenDot(direction, move, weights[past]! - along / curvature, steps[past + 1]?.turn ?? null);
  }
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * other[at]!;
  return sum;
}

function easedSquare(vector: Float64Array, ease: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at += 1) sum += vector[at]! * vector[at]! * ease[at]!;
  return sum;
}

/** Adds to a vector, and gives its product with a third one (0 without one): one way through memory instead of two. */
function addScaledThenDot(
  target: Float64Array,
  added: Float64Array,
  scale: number,
  other: Float64Array | null,
): number {
  let sum = 0;
  if (other === null) for (let at = 0; at < target.length; at += 1) target[at]! += scale * added[at]!;
  else {
    for (let at = 0; at < target.length; at += 1) {
      const value = target[at]! + scale * added[at]!;
      target[at] = value;
      sum += other[at]! * value;
    }
  }
  return sum;
}

function largest(vector: Float64Array): number {
  let found = 0;
  for (const component of vector) {
    if (component > found) found = component;
    else if (-component > found) found = -component;
  }
  return found;
}
