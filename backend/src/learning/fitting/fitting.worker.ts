import { parentPort } from 'node:worker_threads';
import type { ConfirmedTicket } from '../domain/confirmed-ticket.ts';
import { comparedFit } from './compared-fit.ts';
import type { FittingMessage } from './fitting-thread.ts';

// The thread of `fitInThread`: takes tickets, and answers an order with the model.
const tickets: ConfirmedTicket[] = [];
parentPort?.on('message', (message: FittingMessage) => {
  if ('tickets' in message) tickets.push(...message.tickets);
  else parentPort?.postMessage(comparedFit(tickets, message.order));
});
