import { type Signal, signal } from '@angular/core';
import type { ReadableProblem } from '../../api/problem-error';

/** What a list tells about itself, whatever its rows are. */
export interface ListState {
  /** Empty until the first answer. */
  readonly items: Signal<readonly unknown[]>;
  /** True once there was an answer. */
  readonly ready: Signal<boolean>;
  readonly loading: Signal<boolean>;
  /** Why the last answer did not come. */
  readonly error: Signal<ReadableProblem | undefined>;
  readonly more: Signal<MoreState>;
  /** Why more did not come, while it is `failed`. */
  readonly moreProblem: Signal<ReadableProblem | undefined>;
  /** Nothing is left to be loaded. */
  readonly ended: Signal<boolean>;
  reload(): void;
  /** Left out by a list that comes whole. */
  loadMore?(): void;
}

/** How loading more stands. */
export type MoreState = 'idle' | 'loading' | 'failed';

/** A list that comes whole has no more. */
export const NO_MORE = {
  more: signal<MoreState>('idle').asReadonly(),
  moreProblem: signal<ReadableProblem | undefined>(undefined).asReadonly(),
  ended: signal(true).asReadonly(),
};
