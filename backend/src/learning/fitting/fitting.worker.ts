import { answerOrder } from './answer-order.ts';
import { comparedFit } from './compared-fit.ts';

// The thread of `fitInThread`: answers an order with the model.
answerOrder(comparedFit);
