/** Looks through the first tickets of the list, at most `depth`, until enough are found. */
export interface WalkStep {
  readonly by: 'walk';
  readonly depth: number;
}

/**
 * Asks the text index for some of the terms, those in these places, and looks at `most` hits; all there are when it is null.
 * With more it says nothing.
 */
export interface IndexStep {
  readonly by: 'index';
  readonly terms: readonly number[];
  readonly most: number | null;
}

export type SearchStep = WalkStep | IndexStep;

/** How frequent the terms of a search are: in which share of how many tickets each may be expected. */
export interface SearchOutlook {
  readonly tickets: number;
  readonly shares: readonly number[];
}

/** In microseconds of one core, as measured among a million tickets; only how they compare matters. */
const COST: Readonly<Record<'walked' | 'named' | 'hit' | 'looked', number>> = {
  /** A ticket of the list whose document is looked at. */
  walked: 6,
  /** A ticket that the index names for one term. */
  named: 1,
  /** A hit, which is fetched with its ticket from wherever they are. */
  hit: 15,
  /** A hit whose document is looked at; few of a phrase's have it in its order, and are fetched with their tickets. */
  looked: 7,
};
/** What costs more is worth waiting for only when somebody wants to know what is further down. */
const DEAR = 50_000;
/** What costs more keeps a core busy for longer than everybody else should wait for it. */
const HEAVY = 10_000;
const SHORTEST: WalkStep = { by: 'walk', depth: 400 };
const MIDDLE: WalkStep = { by: 'walk', depth: 1_200 };
const DEEPEST: WalkStep = { by: 'walk', depth: 4_000 };
/** How deep is walked: few, so that few statements are prepared. */
const WALKS = [SHORTEST, MIDDLE, DEEPEST] as const;
/** A walk goes on for longer than it should take: what is expected on average may come late. */
const PATIENCE = 1.5;
/** Hits that are looked at when few are expected. */
const FEW_HITS = 5_000;
/** Words that follow each other meet far more often than by chance: of a phrase, all may be in so many of the tickets. */
const SHARE_OF_PHRASES = 0.005;
/** Hits whose texts may have to be read. */
const MANY_HITS = 20_000;

/** What steps are for. */
export interface StepsOrder {
  readonly terms: number;
  /** How many tickets are looked for. */
  readonly wanted: number;
  /** Whether the texts have to be read besides, so that a page may end before the list does. */
  readonly isRead: boolean;
  /** Whether it is a beginning of the list that may end early, before a dear step: who wants to know more goes on. */
  readonly isFirst: boolean;
}

/**
 * The steps of a search, of which the first that tells enough ends it: rare words are asked of the index, frequent ones are
 * found among the first tickets. What turns out otherwise than expected goes the other way. A step that comes again is what
 * the search ends with.
 *
 * @param outlook null where nobody knows how frequent words are.
 */
export function stepsFor(outlook: SearchOutlook | null, order: StepsOrder): SearchStep[] {
  const steps = allSteps(outlook, order);
  const dear = steps.findIndex((step) => weightOf(step, outlook, order) === 'dear');
  if (!order.isFirst || dear < 0) return steps;
  const before = steps.slice(0, dear);
  const last = order.isRead ? DEEPEST : MIDDLE;
  return before.some((step) => step.by === 'walk' && step.depth >= last.depth) ? before : [...before, last];
}

/** How much a step may be expected to take of the database, and so how few of its kind should run at once. */
export type SearchWeight = 'light' | 'heavy' | 'dear';

export function weightOf(
  step: SearchStep,
  outlook: SearchOutlook | null,
  order: Pick<StepsOrder, 'isRead'>,
): SearchWeight {
  const cost = costOf(step, outlook, order);
  if (cost > DEAR) return 'dear';
  return cost > HEAVY ? 'heavy' : 'light';
}

function costOf(step: SearchStep, outlook: SearchOutlook | null, { isRead }: Pick<StepsOrder, 'isRead'>): number {
  if (step.by === 'walk') return step.depth * COST.walked;
  // Nobody has counted the words of a desk that has few tickets.
  if (!outlook) return 0;
  const most = step.most ?? Infinity;
  if (!isRead) return costOfIndex(outlook, step.terms, { most, each: COST.hit });
  const metOften = Math.min(outlook.tickets * SHARE_OF_PHRASES, FEW_HITS, most) * COST.looked;
  return Math.max(metOften, costOfIndex(outlook, step.terms, { most, each: COST.looked }));
}

function allSteps(
  outlook: SearchOutlook | null,
  { terms, wanted, isRead }: Pick<StepsOrder, 'terms' | 'wanted' | 'isRead'>,
): SearchStep[] {
  const all = placesOf(terms);
  const many: IndexStep = { by: 'index', terms: all, most: isRead ? MANY_HITS : null };
  const few: IndexStep = { by: 'index', terms: all, most: FEW_HITS };
  if (!outlook) return [SHORTEST, few, DEEPEST, many, ...(isRead ? [DEEPEST] : [])];
  const expected = expectedShare(outlook);
  const anchors = anchorsOf(outlook);
  const walk = WALKS.find(({ depth }) => depth >= (wanted / expected) * PATIENCE);
  const hits = expected * outlook.tickets;
  // Of more hits than are looked at the index would say no more than that they are too many.
  const last = isRead ? [...(hits > MANY_HITS ? [] : [many]), DEEPEST] : [many];
  if (walk !== undefined && costOfIndex(outlook, anchors) >= (wanted / expected) * COST.walked) {
    return [walk, ...last];
  }
  if (hits > FEW_HITS) return isRead ? last : [DEEPEST, ...last];
  return [{ ...few, terms: anchors }, DEEPEST, ...last];
}

function placesOf(terms: number): number[] {
  return Array.from({ length: terms }, (_, place) => place);
}

/** The share of tickets that has all terms, if they meet by chance. */
function expectedShare({ shares }: SearchOutlook): number {
  return shares.reduce((product, share) => product * share, 1);
}

/** The rarest term, and each further one that costs less to ask for than the hits that it spares. */
function anchorsOf({ shares, tickets }: SearchOutlook): number[] {
  const [rarest, ...others] = [...shares.entries()].sort(([, one], [, other]) => one - other);
  if (!rarest) return [];
  let hits = tickets * rarest[1];
  const anchors = [rarest[0]];
  for (const [place, share] of others) {
    if (tickets * share * COST.named > hits * (1 - share) * COST.hit) break;
    anchors.push(place);
    hits *= share;
  }
  return anchors;
}

function costOfIndex(
  outlook: SearchOutlook,
  anchors: readonly number[],
  { most = Infinity, each = COST.hit }: { readonly most?: number; readonly each?: number } = {},
): number {
  const hits = anchors.reduce((product, place) => product * (outlook.shares[place] ?? 1), outlook.tickets);
  return costOfNaming(outlook, anchors) + Math.min(hits, most) * each;
}

function costOfNaming({ shares, tickets }: SearchOutlook, anchors: readonly number[]): number {
  return anchors.reduce((sum, place) => sum + (shares[place] ?? 1) * tickets * COST.named, 0);
}

/** Counting what a search finds any further costs more than the figure is worth. */
export const COUNT_LIMIT = 1_000;
const DEEPEST_COUNT = 8_000;
const COUNT_DEPTHS = [1_200, 4_000, DEEPEST_COUNT] as const;

/**
 * How hits are counted, up to the limit: among the first tickets where words are so frequent that those tell soon that there
 * are many, else through the index, unless that alone takes longer.
 */
export function countingStep(outlook: SearchOutlook | null, terms: number): SearchStep {
  const most = COUNT_LIMIT + 1;
  if (!outlook) return { by: 'index', terms: placesOf(terms), most };
  const anchors = anchorsOf(outlook);
  const walked = COUNT_LIMIT / expectedShare(outlook);
  const named = costOfNaming(outlook, anchors);
  const isWalked = Math.min(walked, DEEPEST_COUNT) * COST.walked < named + COUNT_LIMIT * COST.hit;
  if (!isWalked) return { by: 'index', terms: anchors, most };
  return { by: 'walk', depth: COUNT_DEPTHS.find((depth) => depth >= walked) ?? DEEPEST_COUNT };
}
