import { Injectable, signal } from '@angular/core';
import { type Session, atHand, begin, resume } from './session';
import type { Ticket } from '../../api/model';

/**
 * The session of triage: who leaves the page pauses it, and finds it as it was, until the app is loaded anew. What is undone
 * meanwhile comes back into it.
 */
@Injectable({ providedIn: 'root' })
export class CurrentSession {
  private readonly session = signal<Session | undefined>(undefined);
  /** Since when nobody is at it, in milliseconds; null while somebody is. */
  private pausedAt: number | null = null;

  /** Undefined before its tickets are there. */
  readonly value = this.session.asReadonly();

  /** Gives whether there was one to go on with. */
  resume(now: number): boolean {
    const session = this.session();
    const pausedAt = this.pausedAt ?? now;
    this.pausedAt = null;
    const goesOn = session !== undefined && atHand(session) !== undefined;
    this.session.set(goesOn ? resume(session, now - pausedAt) : undefined);
    return goesOn;
  }

  pause(now: number): void {
    this.pausedAt = now;
  }

  begin(tickets: readonly Ticket[], now: number): void {
    this.session.set(begin(tickets, now));
  }

  end(): void {
    this.session.set(undefined);
  }

  change(by: (session: Session) => Session): void {
    this.session.update((session) => session && by(session));
  }
}
