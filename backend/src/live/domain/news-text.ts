import { encodePosition } from '../../tickets/news/domain/news-position.ts';
import type { TicketNews, ToldNews } from '../../tickets/news/domain/ticket-news.ts';
import { type LiveEventName, MESSAGES, REDACTION, type ToldOfTicket } from './live-event.ts';
import { eventText } from './server-sent.ts';

/** The name of the event that tells a piece of news. */
export function newsName({ news }: ToldNews): LiveEventName {
  return news.kind === 'message' || news.kind === 'redacted' ? 'ticket.changed' : `ticket.${news.kind}`;
}

/** What kinds of news are about that change no field of which the history tells. */
const FIELDS: Partial<Record<TicketNews['kind'], ToldOfTicket['fields']>> = {
  message: [MESSAGES],
  redacted: ['title', 'description', REDACTION],
};

/** A piece of news as a stream has it. */
export function newsText(told: ToldNews): string {
  const { news, position } = told;
  const { id, version, kind, by, contact, at } = news;
  const fields: ToldOfTicket['fields'] = FIELDS[kind] ?? news.fields;
  const data: ToldOfTicket = { id, version, fields, by, contact, at };
  return eventText(newsName(told), data, encodePosition(position));
}
