import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { Ticket, TicketUpdate } from '../../api/model';
import { readableProblem } from '../../api/problem-error';
import { TicketsApi } from '../../api/tickets-api';
import { WAITS_AGAIN } from '../editing/value-saving';
import type { Proposals } from '../new-ticket/proposal';
import { CurrentSession } from './current-session';
import { type Entry, SESSION_SIZE, type Values, add, atHand, fail, outcomeOf, takeBack, upcoming } from './session';
import { sessionFigures } from './session-figures';
import { TriageDecisions } from './triage-decisions';

/** So many tickets are read ahead. */
const AHEAD = 2;

/**
 * Tickets that nobody has sorted, drawn by the desk, one after the other. A session that was left goes on. Provided by the
 * page.
 */
@Injectable()
export class TriageSession {
  private readonly decisions = inject(TriageDecisions);
  private readonly current = inject(CurrentSession);
  /** Null while a session goes on that was drawn before. */
  private readonly turn = signal(this.current.resume(Date.now()) ? null : 0);
  /** What makes a skipped ticket nothing to take back. */
  private readonly skips: (() => void)[] = [];
  private readonly drawn = inject(TicketsApi).drawn(this.turn, SESSION_SIZE);
  private readonly session = this.current.value;

  readonly loading = this.drawn.isLoading;
  readonly problem = computed(() => readableProblem(this.drawn.error()));
  readonly begun = computed(() => this.session() !== undefined);
  readonly tickets = computed(() => this.session()?.tickets ?? []);
  readonly entries = computed(() => this.session()?.entries ?? []);
  readonly ticket = computed(() => {
    const session = this.session();
    return session && atHand(session);
  });
  readonly next = computed(() => {
    const session = this.session();
    return session ? upcoming(session, AHEAD) : [];
  });
  readonly figures = computed(() => {
    const session = this.session();
    return session && sessionFigures(session);
  });

  constructor() {
    effect(() => {
      if (!this.drawn.hasValue()) return;
      const { results } = this.drawn.value();
      untracked(() => this.current.begin(results, Date.now()));
    });
    inject(DestroyRef).onDestroy(() => {
      // Elsewhere there is nothing to see of them.
      this.forgetSkips();
      this.current.pause(Date.now());
    });
  }

  /** Another fifty, or another try. */
  restart(): void {
    this.forgetSkips();
    this.current.end();
    this.turn.update((turn) => (turn ?? 0) + 1);
  }

  decide(ticket: Ticket, values: Values, proposals: Proposals): void {
    const outcome = outcomeOf(values, proposals);
    this.end({ ...NOTHING, ticket, values, ...outcome, at: Date.now() }, { ...values });
  }

  skip(ticket: Ticket): void {
    this.skips.push(this.end({ ...NOTHING, ticket, outcome: 'skipped', at: Date.now() }, null));
  }

  /** Somebody else has sorted it before it was decided: the next one is at hand. */
  overtaken(ticket: Ticket): void {
    this.current.change((session) => add(session, { ...NOTHING, ticket, outcome: 'overtaken', at: Date.now() }));
    this.decisions.tellOvertaken(ticket);
  }

  /** Closes it for another ticket that says the same. */
  closeFor(ticket: Ticket, original: number): void {
    const update = { duplicate_of: original };
    // The API puts back what it was before, the waiting too.
    this.end({ ...NOTHING, ticket, outcome: 'duplicate', original, at: Date.now() }, update, { duplicate_of: null });
  }

  /** The next ticket is at hand at once. */
  private end(entry: Entry, update: TicketUpdate | null, restore: TicketUpdate = WAITS_AGAIN): () => void {
    const { ticket } = entry;
    this.current.change((session) => add(session, entry));
    return this.decisions.do({
      ticket,
      update,
      restore,
      undone: () => this.current.change((session) => takeBack(session, ticket.id)),
      failed: (why) => this.current.change((session) => fail(session, ticket.id, why)),
    });
  }

  private forgetSkips(): void {
    for (const forget of this.skips.splice(0)) forget();
  }
}

const NOTHING = { values: null, instead: null, words: [], original: null } as const;
