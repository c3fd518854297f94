import { encodePosition } from '../../tickets/news/domain/news-position.ts';
import type { ToldNews } from '../../tickets/news/domain/ticket-news.ts';
import { eventText } from './server-sent.ts';

/** A piece of news as a stream has it. */
export function newsText({ news, position }: ToldNews): string {
  const { id, version, fields, by, at } = news;
  const data = { id, version, fields, by, at };
  return eventText(`ticket.${news.kind}`, data, encodePosition(position));
}
