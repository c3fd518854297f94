import type { DomainError } from './domain-error.ts';

/** Knows what failures mean that come from below, such as the database's. */
export abstract class FailureReader {
  /** What it means to the caller, or null when it is none of these failures or means a fault of ours. */
  abstract read(thrown: unknown): DomainError | null;
}
