import { encodePosition } from '../../tickets/news/domain/news-position.ts';
import type { ToldNews } from '../../tickets/news/domain/ticket-news.ts';
import type { LiveEventName } from './live-event.ts';
import { eventText } from './server-sent.ts';

/** The name of the event that tells a piece of news. */
export function newsName({ news }: ToldNews): LiveEventName {
  return `ticket.${news.kind}`;
}

/** A piece of news as a stream has it. */
export function newsText(told: ToldNews): string {
  const { news, position } = told;
  const { id, version, fields, by, at } = news;
  const data = { id, version, fields, by, at };
  return eventText(newsName(told), data, encodePosition(position));
}
