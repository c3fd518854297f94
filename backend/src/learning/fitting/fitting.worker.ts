import { constants, platform, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { ConfirmedTicket } from '../domain/confirmed-ticket.ts';
import { type ComparedFit, comparedFit } from './compared-fit.ts';
import type { FitOrder } from './fit-order.ts';
import type { ThreadAnswer, ThreadMessage } from './ticket-thread.ts';

// The thread of `fitInThread`: takes tickets, and answers an order with the model.
// Whoever waits for an answer goes first: on Linux a priority is a thread's own, elsewhere it would be the whole process's.
if (platform() === 'linux') setPriority(constants.priority.PRIORITY_LOW);
const tickets: ConfirmedTicket[] = [];
parentPort?.on('message', (message: ThreadMessage<FitOrder>) => {
  if ('tickets' in message) tickets.push(...message.tickets);
  else parentPort?.postMessage({ result: comparedFit(tickets, message.order) } satisfies ThreadAnswer<ComparedFit>);
});
