import { Injectable, inject, signal } from '@angular/core';
import { type CannedAnswer, CannedAnswersApi, type CannedSteps } from '../../../api/canned-answers-api';
import type { ValueKind } from '../../ticket-values';

/** What came into a message with canned answers. */
interface CameIn {
  /** What the ticket gets with the message; of two answers the later one says. */
  readonly steps: CannedSteps;
  /** The answers that were counted for it. */
  readonly used: readonly number[];
}

const NOTHING: CameIn = { steps: {}, used: [] };

/** Knows what canned answers brought into the message that is written in each ticket, as long as the page is there. */
@Injectable({ providedIn: 'root' })
export class CannedInMessage {
  private readonly api = inject(CannedAnswersApi);
  private readonly all = signal<ReadonlyMap<number, CameIn>>(new Map());

  /** What a ticket gets with the message that is written in it. Reads a signal. */
  stepsOf(ticket: number): CannedSteps {
    return this.of(ticket).steps;
  }

  /** One was put into the message: what it does is added, and it is counted, once for each message. */
  take(ticket: number, { id, steps }: Pick<CannedAnswer, 'id' | 'steps'>): void {
    const { used } = this.of(ticket);
    this.bring(ticket, steps);
    if (used.includes(id)) return;
    this.set(ticket, { ...this.of(ticket), used: [...used, id] });
    // The answer stands in the message whether it could be counted or not.
    this.api.countUse(id).subscribe({ error: () => undefined });
  }

  /** The ticket gets these with the message, too. */
  bring(ticket: number, steps: CannedSteps): void {
    const { steps: before, used } = this.of(ticket);
    this.set(ticket, { steps: { ...before, ...steps }, used });
  }

  /** One field stays as it is after all. */
  drop(ticket: number, kind: ValueKind): void {
    const { steps, used } = this.of(ticket);
    const others = Object.entries(steps).filter(([field]) => field !== kind);
    this.set(ticket, { steps: Object.fromEntries(others), used });
  }

  /** The message has been sent, or is not wanted any more. */
  forget(ticket: number): void {
    this.set(ticket, NOTHING);
  }

  private of(ticket: number): CameIn {
    return this.all().get(ticket) ?? NOTHING;
  }

  private set(ticket: number, came: CameIn): void {
    this.all.update((all) => new Map(all).set(ticket, came));
  }
}
