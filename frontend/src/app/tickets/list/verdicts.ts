import { Injectable, inject, linkedSignal } from '@angular/core';
import type { Ticket } from '../../api/model';
import { TicketPages } from './ticket-pages';

/** What the API said of a ticket as it was then. */
interface Verdict {
  readonly ticket: Ticket;
  readonly found: boolean;
  /** By its values alone it would belong to the list. */
  readonly byWords: boolean;
}

/** Whether tickets of the list still belong to it, where the API was asked. Provided by the list's page. */
@Injectable()
export class Verdicts {
  private readonly pages = inject(TicketPages);
  private readonly told = linkedSignal<unknown, ReadonlyMap<number, Verdict>>({
    source: this.pages.generation,
    computation: () => new Map(),
  });

  /** The numbers of the tickets that were asked about. Reads a signal. */
  given(): Iterable<number> {
    return this.told().keys();
  }

  learn(...verdicts: readonly Verdict[]): void {
    this.told.update((before) => new Map([...before, ...verdicts.map((one) => [one.ticket.id, one] as const)]));
  }

  /** Whether it is found as it is now; undefined when that was not asked. Reads a signal. */
  of(ticket: Ticket): boolean | undefined {
    const verdict = this.told().get(ticket.id);
    return verdict && sameValues(verdict.ticket, ticket) ? verdict.found : undefined;
  }

  /** Its words were not found by the search; what else changed since says nothing about them. Reads a signal. */
  isReworded(ticket: Ticket): boolean {
    const verdict = this.told().get(ticket.id);
    return verdict !== undefined && !verdict.found && verdict.byWords && sameText(verdict.ticket, ticket);
  }
}

export function sameText(one: Ticket, other: Ticket): boolean {
  return one.title === other.title && one.description === other.description;
}

/** In everything that a list can be narrowed by. */
function sameValues(one: Ticket, other: Ticket): boolean {
  const fields = ['status', 'priority', 'category', 'assignee', 'triage'] as const;
  return sameText(one, other) && fields.every((field) => one[field] === other[field]);
}
