import { computed, signal } from '@angular/core';
import { type FormControl } from '@angular/forms';
import { UNDECIDED, choose, origin, propose, standing, takeBack } from './decision';
import type { Decision } from './decision';
import type { Proposal } from './proposal';

/** A form control together with who decided its value. */
export class DecidedValue<T extends string> {
  private readonly decision = signal<Decision<T>>(UNDECIDED);

  readonly value = computed(() => this.decision().value);
  /** The value when a person chose it, else ''. */
  readonly chosen = computed(() => (this.decision().chosen ? this.decision().value : ''));
  readonly proposal = computed(() => this.decision().proposal);
  readonly origin = computed(() => origin(this.decision()));
  readonly standing = computed(() => standing(this.decision()));

  constructor(readonly control: FormControl<T | ''>) {}

  choose(value: T): void {
    this.become(choose(this.decision(), value));
  }

  propose(proposal: Proposal<T>): void {
    this.become(propose(this.decision(), proposal));
  }

  takeBack(): void {
    this.become(takeBack(this.decision()));
  }

  forget(): void {
    this.become(UNDECIDED);
  }

  private become(decision: Decision<T>): void {
    this.decision.set(decision);
    if (this.control.value !== decision.value) this.control.setValue(decision.value);
  }
}
