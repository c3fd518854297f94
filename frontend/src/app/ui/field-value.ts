import type { Signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { FormControl } from '@angular/forms';
import { type Observable, startWith, switchMap } from 'rxjs';

/** What a field holds, and `initial` until there is a field. Call it in an injection context. */
export function fieldValue<Value, Initial = Value>(
  control: Signal<FormControl<Value>>,
  initial: Initial,
): Signal<Value | Initial> {
  const values: Observable<Value | Initial> = toObservable(control).pipe(
    switchMap((one) => one.valueChanges.pipe(startWith(one.value))),
  );
  return toSignal(values, { initialValue: initial });
}
