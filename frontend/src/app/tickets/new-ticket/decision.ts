import type { FieldOrigin } from '../../ui/origin-mark';
import type { Proposal } from './proposal';

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

/** Who the value comes from, or that a person has to choose it; null before the desk has answered. */
export function origin<T extends string>({ value, chosen, proposal }: Decision<T>): FieldOrigin | null {
  if (chosen || !proposal) return chosen ? 'you' : null;
  return value === '' || proposal.from === 'nobody' ? 'needed' : proposal.from;
}

/** How the desk's proposal stands to the value; `asked` while the person has to choose one of two. */
export type Standing = 'taken' | 'asked' | 'agreed' | 'overridden';

/** Null when the desk has no judgement of its own. */
export function standing<T extends string>({ value, chosen, proposal }: Decision<T>): Standing | null {
  if (proposal?.from !== 'desk') return null;
  if (!chosen) return value === '' ? 'asked' : 'taken';
  return proposal.options.some((option) => option === value) ? 'agreed' : 'overridden';
}
