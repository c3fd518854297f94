import { signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { AbstractControl } from '@angular/forms';
import type { ProblemError } from '../../api/problem-error';

/**
 * What is wrong with single fields, said after an attempt and taken back when the field changes. Make it in an
 * injection context.
 */
export class FieldMessages<Field extends string> {
  private readonly said = signal<Partial<Record<Field, string>>>({});

  constructor(private readonly controls: Readonly<Record<Field, AbstractControl>>) {
    for (const field of this.fields()) {
      this.controls[field].valueChanges.pipe(takeUntilDestroyed()).subscribe(() => this.set(field, undefined));
    }
  }

  /** Reads a signal. */
  of(field: Field): string | null {
    return this.said()[field] ?? null;
  }

  /** Adds to what is said; undefined takes back. */
  say(messages: Partial<Record<Field, string | undefined>>): void {
    this.said.update((said) => ({ ...said, ...messages }));
  }

  clear(): void {
    this.said.set({});
  }

  /** Says what the API has against single fields; returns what belongs to none of them. */
  sayProblem(problem: ProblemError, named: Readonly<Partial<Record<string, Field>>> = {}): readonly string[] {
    const elsewhere: string[] = [];
    for (const error of problem.errors) {
      const field = named[error.field] ?? this.fields().find((name) => name === error.field);
      if (field) this.set(field, error.message);
      else elsewhere.push(error.message);
    }
    return elsewhere;
  }

  /** The first field, in their order, that something is wrong with. */
  first(): Field | undefined {
    return this.fields().find((field) => this.of(field) !== null);
  }

  private set(field: Field, message: string | undefined): void {
    this.said.update((said) => ({ ...said, [field]: message }));
  }

  private fields(): Field[] {
    return Object.keys(this.controls) as Field[];
  }
}
