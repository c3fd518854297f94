import { type Signal, signal } from '@angular/core';
import { problemOf } from '../../api/problem-error';

/** Why a list did not come, ready to be read. */
export interface ListProblem {
  readonly message: string;
  /** What to mention to those who read logs. */
  readonly requestId: string | null;
  /** Asking again may help. */
  readonly mayPass: boolean;
}

/** What a list tells about itself, whatever its rows are. */
export interface ListState {
  /** Empty until the first answer. */
  readonly items: Signal<readonly unknown[]>;
  /** True once there was an answer. */
  readonly ready: Signal<boolean>;
  readonly loading: Signal<boolean>;
  /** Why the last answer did not come. */
  readonly error: Signal<ListProblem | undefined>;
  readonly more: Signal<MoreState>;
  /** Nothing is left to be loaded. */
  readonly ended: Signal<boolean>;
  reload(): void;
  /** Left out by a list that comes whole. */
  loadMore?(): void;
}

/** How loading more stands. */
export type MoreState = 'idle' | 'loading' | 'failed';

/** A failure in words, also when it is none that the API knows. */
export function listProblem(error: unknown): ListProblem | undefined {
  return error
    ? (problemOf(error) ?? { message: 'Something unexpected happened.', requestId: null, mayPass: true })
    : undefined;
}

/** A list that comes whole has no more. */
export const NO_MORE = { more: signal<MoreState>('idle').asReadonly(), ended: signal(true).asReadonly() };
