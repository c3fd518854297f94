import { answerOrder } from '../fitting/answer-order.ts';
import { judgeReplay } from './judged-replay.ts';
import type { LocalAnswer, ReplayOrder } from './replay-order.ts';

// The thread of `LocalReplay`: answers an order with what is said of the tickets, part by part.
answerOrder<ReplayOrder, null, readonly LocalAnswer[]>((tickets, order, tell) => {
  judgeReplay(tickets, order, tell);
  return null;
});
