import { constants, platform, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { ConfirmedTicket } from '../domain/confirmed-ticket.ts';
import type { ThreadAnswer, ThreadMessage } from './ticket-thread.ts';

/** Makes what is ordered of tickets, and may tell news on the way. */
type Work<Order, Result, News> = (
  tickets: readonly ConfirmedTicket[],
  order: Order,
  tell: (news: News) => void,
) => Result;

/** What a thread of `inTicketThread` does: takes tickets, and answers an order with what is made of them. */
export function answerOrder<Order, Result, News>(make: Work<Order, Result, News>): void {
  // Whoever waits for an answer goes first: on Linux a priority is a thread's own, elsewhere it would be the whole process's.
  if (platform() === 'linux') setPriority(constants.priority.PRIORITY_LOW);
  const tickets: ConfirmedTicket[] = [];
  const post = (answer: ThreadAnswer<Result, News>): void => {
    parentPort?.postMessage(answer);
  };
  parentPort?.on('message', (message: ThreadMessage<Order>) => {
    if ('tickets' in message) {
      tickets.push(...message.tickets);
      return;
    }
    const result = make(tickets, message.order, (news) => {
      post({ news });
    });
    post({ result });
  });
}
