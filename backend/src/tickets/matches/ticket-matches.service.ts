import { Injectable } from '@nestjs/common';
import type { TicketPage } from '../domain/ticket-page.ts';
import { type SearchText, parseSearch } from '../domain/ticket-search.ts';
import type { Ticket } from '../domain/ticket.ts';
import { MatchingMessages, type SaidMessage } from './matching-messages.repository.ts';
import { type Piece, excerptOf, termsIn } from './matching-words.ts';

/** The message for which a ticket was found, and the part of it that says why. */
export interface TicketMatch extends Pick<SaidMessage, 'number' | 'kind' | 'user' | 'author'> {
  readonly excerpt: readonly Piece[];
}

/** A page with what was found in messages, by the numbers of the tickets. */
export interface MatchedPage extends TicketPage {
  readonly matches: ReadonlyMap<number, TicketMatch>;
}

/** Says why a ticket was found whose own words do not show it. */
@Injectable()
export class TicketMatches {
  constructor(private readonly messages: MatchingMessages) {}

  /** Messages are read only of the tickets of the page whose title and description do not have all the words. */
  async inPage(page: TicketPage, search: string | undefined): Promise<MatchedPage> {
    const text = search === undefined ? null : parseSearch(search);
    if (!text || !('terms' in text)) return { ...page, matches: new Map() };
    const missing = new Map(page.tickets.map((ticket) => [ticket.id, missingOf(ticket, text)] as const));
    const ids = [...missing].flatMap(([id, terms]) => (terms.length > 0 ? id : []));
    const said = ids.length === 0 ? [] : await this.messages.of(ids);
    const matches = [...Map.groupBy(said, ({ ticketId }) => ticketId)].flatMap(([id, ofTicket]) => {
      const match = matchOf(ofTicket, text.terms, missing.get(id) ?? []);
      return match ? [[id, match] as const] : [];
    });
    return { ...page, matches: new Map(matches) };
  }
}

function missingOf({ title, description }: Ticket, { terms }: SearchText): SearchText['terms'] {
  const there = termsIn(`${title}\n${description}`, terms);
  return terms.filter((term) => !there.has(term));
}

/** The message that has most of the missing words, the newest of several: none behind one that has all of them is looked at. */
function matchOf(
  said: readonly SaidMessage[],
  terms: SearchText['terms'],
  missing: SearchText['terms'],
): TicketMatch | null {
  let [best, most]: [SaidMessage | null, number] = [null, 0];
  for (const message of said) {
    const count = termsIn(message.text, missing).size;
    if (count > most) [best, most] = [message, count];
    if (most === missing.length) break;
  }
  if (!best) return null;
  const { number, kind, user, author, text } = best;
  return {
    number,
    kind,
    user,
    author,
    excerpt: excerptOf(text, terms, { markdown: kind === 'reply' || kind === 'note' }),
  };
}
