import { parentPort } from 'node:worker_threads';
import type { ConfirmedTicket } from '../domain/confirmed-ticket.ts';
import type { ThreadAnswer, ThreadMessage } from '../fitting/ticket-thread.ts';
import { judgeReplay } from './judged-replay.ts';
import type { LocalAnswer, ReplayOrder } from './replay-order.ts';

// The thread of `LocalReplay`: takes tickets, and answers an order with what is said of them, part by part.
const tickets: ConfirmedTicket[] = [];
const tell = (answer: ThreadAnswer<null, readonly LocalAnswer[]>): void => {
  parentPort?.postMessage(answer);
};
parentPort?.on('message', (message: ThreadMessage<ReplayOrder>) => {
  if ('tickets' in message) {
    tickets.push(...message.tickets);
    return;
  }
  judgeReplay(tickets, message.order, (news) => {
    tell({ news });
  });
  tell({ result: null });
});
