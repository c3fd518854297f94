import type { Priority, Suggestion } from '../../api/model';
import type { Origin } from '../../ui/token';
import { isStandIn } from './stand-in';

/** What the desk would put into one field, and why. */
export interface Proposal<T extends string> {
  readonly value: T;
  /** Between 0 and 1; null when the model did not say. */
  readonly confidence: number | null;
  /** Excerpts of the ticket's text. */
  readonly reasons: readonly string[];
  /** The desk's judgement, or only the default that stands in for one. */
  readonly from: 'desk' | 'default';
}

/** One field's value and who decided it. Once a person has chosen, no proposal changes the value. */
export interface Decision<T extends string> {
  /** '' while nothing is chosen. */
  readonly value: T | '';
  /** A person chose it here. */
  readonly chosen: boolean;
  /** The latest, whether it was taken or not. */
  readonly proposal: Proposal<T> | null;
}

export const UNDECIDED = { value: '', chosen: false, proposal: null } as const;

export function choose<T extends string>(decision: Decision<T>, value: T): Decision<T> {
  return { ...decision, value, chosen: true };
}

/** A proposal fills only a field that no person has touched. */
export function propose<T extends string>(decision: Decision<T>, proposal: Proposal<T>): Decision<T> {
  return { ...decision, value: decision.chosen ? decision.value : proposal.value, proposal };
}

/** The person gives the field back to the desk. */
export function takeBack<T extends string>(decision: Decision<T>): Decision<T> {
  return { value: decision.proposal?.value ?? '', chosen: false, proposal: decision.proposal };
}

/** Who the value comes from; null while there is none. */
export function origin<T extends string>({ chosen, proposal }: Decision<T>): Origin | null {
  return chosen ? 'you' : (proposal?.from ?? null);
}

/** How the desk's proposal stands to the value. */
export type Standing = 'taken' | 'agreed' | 'overridden';

/** Null when the desk has no judgement of its own. */
export function standing<T extends string>({ value, chosen, proposal }: Decision<T>): Standing | null {
  if (proposal?.from !== 'desk') return null;
  if (!chosen) return 'taken';
  return value === proposal.value ? 'agreed' : 'overridden';
}

/** A suggestion as what it proposes for each field. */
export function proposals(suggestion: Suggestion): { category: Proposal<string>; priority: Proposal<Priority> } {
  const { confidence, reasons, suggested_category, suggested_priority } = suggestion;
  const from = isStandIn(suggestion) ? 'default' : 'desk';
  return {
    category: { value: suggested_category, confidence: confidence.category, reasons: reasons.category, from },
    priority: { value: suggested_priority, confidence: confidence.priority, reasons: reasons.priority, from },
  };
}
