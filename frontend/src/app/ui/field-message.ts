import { type Signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { AbstractControl } from '@angular/forms';
import type { ErrorStateMatcher } from '@angular/material/core';
import { map, startWith, switchMap } from 'rxjs';

const TOLD = 'told';
const TOLD_WITHIN = 'told-within';

/** Says by a field what no rule of its own can know, such as what the API has against it; until the field changes. */
export function tell(control: AbstractControl, words: string): void {
  control.setErrors({ [TOLD]: words });
}

/** The same about one of the things that a field holds: "2.pattern". All of them are taken back together. */
export function tellWithin(control: AbstractControl, place: string, words: string): void {
  control.setErrors({ [TOLD]: words, [TOLD_WITHIN]: { ...toldWithin(control), [place]: words } });
}

/** What a field was told about the things that it holds, by their places. */
export function toldWithin({ errors }: AbstractControl): Readonly<Partial<Record<string, string>>> {
  return (errors?.[TOLD_WITHIN] as Readonly<Record<string, string>> | undefined) ?? {};
}

/** Takes back what was told, and asks the field's own rules again. */
export function takeBackTold(control: AbstractControl): void {
  if (control.hasError(TOLD)) control.updateValueAndValidity();
}

/**
 * What is wrong with a field, when it is time to say it: what it was told at once, and the first of its rules that it
 * breaks when a person has written in it and left it, or has tried to send the form. The errors of a control are
 * sentences; null while there is nothing to say.
 */
export function messageOf({ errors, touched, dirty }: AbstractControl): string | null {
  const sentences = Object.entries(errors ?? {}).filter((error): error is [string, string] => isText(error[1]));
  const said = sentences.find(([rule]) => rule === TOLD || (touched && dirty));
  return said?.[1] ?? null;
}

/** `messageOf` as it changes. Call it in an injection context. */
export function fieldMessage(control: Signal<AbstractControl>): Signal<string | null> {
  const messages = toObservable(control).pipe(
    switchMap((one) =>
      one.events.pipe(
        startWith(null),
        map(() => messageOf(one)),
      ),
    ),
  );
  return toSignal(messages, { initialValue: null });
}

/** A field looks wrong exactly while it says why. */
export const WRONG_WHEN_SAID: ErrorStateMatcher = {
  isErrorState: (control) => control !== null && messageOf(control) !== null,
};

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
