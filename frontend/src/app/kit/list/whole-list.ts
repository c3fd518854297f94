import { type HttpResourceRef } from '@angular/common/http';
import { type Signal, type WritableSignal, computed, linkedSignal } from '@angular/core';
import { type ReadableProblem, readableProblem } from '../../api/problem-error';
import { type ListState, NO_MORE } from './list-state';

/** A list that the API gives in one piece. What was loaded stays while it is asked again, and when that fails. */
export class WholeList<Item> implements ListState {
  private readonly loaded: WritableSignal<readonly Item[] | undefined>;

  readonly items: Signal<readonly Item[]>;
  readonly ready: Signal<boolean>;
  readonly loading: Signal<boolean>;
  readonly error: Signal<ReadableProblem | undefined>;
  readonly more = NO_MORE.more;
  readonly moreProblem = NO_MORE.moreProblem;
  readonly ended = NO_MORE.ended;

  constructor(private readonly answer: HttpResourceRef<{ results: readonly Item[] } | undefined>) {
    this.loaded = linkedSignal<readonly Item[] | undefined, readonly Item[] | undefined>({
      source: () => (answer.hasValue() ? answer.value().results : undefined),
      computation: (now, before) => (now ? (this.arrange?.(now, before?.value) ?? now) : before?.value),
    });
    this.items = computed(() => this.loaded() ?? []);
    this.ready = computed(() => this.loaded() !== undefined);
    this.loading = answer.isLoading;
    this.error = computed(() => readableProblem(answer.error()));
  }

  reload(): void {
    this.answer.reload();
  }

  /** How an answer is shown after what was shown before it; left out, as it is. */
  protected arrange?(now: readonly Item[], before: readonly Item[] | undefined): readonly Item[];

  /** What is known better than the last answer; the next one takes its place. */
  set(items: readonly Item[]): void {
    this.loaded.set(items);
  }
}
