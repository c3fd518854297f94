import { type Signal, linkedSignal } from '@angular/core';

/** The part of a resource that is needed to read its value. */
interface Readable<T> {
  hasValue(): boolean;
  readonly value: Signal<T | undefined>;
}

/** The last value of a resource: it stays while it is asked for again, and when that fails. Undefined until the first. */
export function lastValue<T>(resource: Readable<T>): Signal<T | undefined> {
  return linkedSignal<T | undefined, T | undefined>({
    source: () => (resource.hasValue() ? resource.value() : undefined),
    computation: (now, before) => now ?? before?.value,
  }).asReadonly();
}
