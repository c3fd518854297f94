import { Injectable, inject, signal } from '@angular/core';
import { KeyboardShortcuts } from './keyboard-shortcuts';
import { Notifications } from './notifications';

/** So far back a person remembers what was done. */
const STEPS = 100;

/** Something that was done and can be taken back. */
export interface Step {
  /** Takes it back and says what was undone. */
  readonly takeBack: () => void;
}

/**
 * What was done since the page was loaded and can be taken back, step by step, the last one first. A change is a step as
 * soon as it shows; who made it says so when it turns out not to stand.
 */
@Injectable({ providedIn: 'root' })
export class Undo {
  private readonly notifications = inject(Notifications);
  private readonly steps = signal<readonly Step[]>([]);

  constructor() {
    inject(KeyboardShortcuts).register([
      { key: 'z', label: 'Undo, step by step', group: 'Everywhere', run: () => this.back() },
    ]);
  }

  add(step: Step): void {
    this.steps.update((all) => [...all, step].slice(-STEPS));
  }

  /** It was not done after all. */
  forget(step: Step): void {
    this.steps.update((all) => all.filter((one) => one !== step));
  }

  /** Says what was done, with a button that takes it back. */
  offer(step: Step, done: string): void {
    this.notifications.show(done, { label: 'Undo', key: 'z', run: () => this.take(step) });
  }

  /** Takes the last step back. */
  back(): void {
    const last = this.steps().at(-1);
    if (last) this.take(last);
    else this.notifications.show('Nothing is left to undo');
  }

  /** Takes one step back, once. */
  take(step: Step): void {
    if (!this.steps().includes(step)) return;
    this.forget(step);
    step.takeBack();
  }
}
