import { type Signal, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type Observable, merge } from 'rxjs';
import { readableProblem } from '../problem-error';
import { Live } from './live';
import type { LiveKind } from './live-event';
import { nowAndThen, told } from './told';

/** What somebody waits for is read no more often than this. */
const WATCHED_MS = 500;

/** The part of a resource that is needed to ask again. */
interface Followed {
  reload(): boolean;
  readonly isLoading: Signal<boolean>;
}

/** The same with what it holds. */
interface FollowedValue<Value> extends Followed {
  hasValue(): boolean;
  readonly value: Signal<Value | undefined>;
  readonly error: Signal<unknown>;
}

/**
 * Keeps a resource as the desk has it: it is read again when something of these kinds is told, and after a gap; its value stays
 * on screen meanwhile. Gives the resource. Call it in an injection context.
 */
export function follow<Resource extends Followed>(resource: Resource, kinds: readonly LiveKind[]): Resource {
  return reloadAfter(resource, told(kinds));
}

/**
 * The same for something whose end somebody waits for: it is read more often, and now and then also when nobody may tell of
 * it, because it is under way and the line does not stand, or because it could not be read when it was told.
 */
export function followEnd<Value, Resource extends FollowedValue<Value>>(
  resource: Resource & FollowedValue<Value>,
  kinds: readonly LiveKind[],
  isUnderWay: (value: Value) => boolean,
): Resource {
  const { state } = inject(Live);
  const isOpen = () => {
    const value = resource.hasValue() ? resource.value() : undefined;
    return value !== undefined && isUnderWay(value);
  };
  const looks = nowAndThen(() => {
    const problem = readableProblem(resource.error());
    return problem ? problem.mayPass : state() !== 'on' && isOpen();
  });
  return reloadAfter(resource, merge(told(kinds, WATCHED_MS), looks));
}

function reloadAfter<Resource extends Followed>(resource: Resource, moments: Observable<unknown>): Resource {
  const news = signal(0);
  moments.pipe(takeUntilDestroyed()).subscribe(() => news.update((count) => count + 1));
  reloadOn(resource, news);
  return resource;
}

/**
 * Reloads a resource each time a number has grown; when it does during a load, once more after it: what comes may be older.
 * Call it in an injection context.
 */
export function reloadOn(resource: Followed, count: () => number): void {
  let seen = untracked(count);
  effect(() => {
    const now = count();
    if (now === seen || resource.isLoading()) return;
    seen = now;
    untracked(() => resource.reload());
  });
}
