import type { Suggestion, TicketText } from '../../api/model';
import { isStandIn } from './stand-in';
import { sameText } from './ticket-text';

/** What to mention to whoever runs the desk; null when no request reached it. */
type RequestId = string | null;

/**
 * Where the desk is with the text: it has not read it, gave a suggestion (`suggested`), leaves the choice of the category
 * to the person (`open`), has nothing this time and offers the defaults (`none`), or could not be asked (`failed`).
 */
export type Settled =
  | { readonly phase: 'idle' }
  | { readonly phase: 'suggested' | 'open'; readonly text: TicketText; readonly suggestion: Suggestion }
  | {
      readonly phase: 'none';
      readonly text: TicketText;
      readonly suggestion: Suggestion;
      readonly requestId: RequestId;
    }
  | { readonly phase: 'failed'; readonly text: TicketText; readonly requestId: RequestId };

export type SuggestionState =
  Settled | { readonly phase: 'reading'; readonly text: TicketText; readonly before: Settled };

export type SuggestionEvent =
  | { readonly kind: 'asked'; readonly text: TicketText }
  | {
      readonly kind: 'answered';
      readonly text: TicketText;
      readonly suggestion: Suggestion;
      readonly requestId: RequestId;
    }
  | { readonly kind: 'failed'; readonly text: TicketText; readonly requestId: RequestId }
  /** The person writes on: what is being read is no longer the text. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'forgotten' };

export const IDLE: Settled = { phase: 'idle' };

/** The state after an event; the very same state when the event changes nothing, such as an answer for another text. */
export function next(state: SuggestionState, event: SuggestionEvent): SuggestionState {
  switch (event.kind) {
    case 'asked':
      return { phase: 'reading', text: event.text, before: state.phase === 'reading' ? state.before : state };
    case 'answered': {
      if (!isReading(state, event.text)) return state;
      const { text, suggestion, requestId } = event;
      const phase = phaseOf(suggestion);
      return phase === 'none' ? { phase, text, suggestion, requestId } : { phase, text, suggestion };
    }
    case 'failed':
      return isReading(state, event.text) ? { phase: 'failed', text: event.text, requestId: event.requestId } : state;
    case 'changed':
      return state.phase === 'reading' ? state.before : state;
    case 'forgotten':
      return IDLE;
  }
}

/** The desk has already answered for this very text. */
export function answers(state: SuggestionState, text: TicketText): boolean {
  return 'suggestion' in state && sameText(state.text, text);
}

/** The suggestion that a ticket with this text was written with, to be kept beside it. */
export function suggestionIdFor(state: SuggestionState, text: TicketText): string | undefined {
  const settled = state.phase === 'reading' ? state.before : state;
  return 'suggestion' in settled && answers(settled, text) ? settled.suggestion.suggestion_id : undefined;
}

function phaseOf(suggestion: Suggestion): 'suggested' | 'open' | 'none' {
  const { hidden, abstained, options } = suggestion;
  // A hidden one may come as the defaults do, and is none.
  if (hidden) return 'open';
  if (isStandIn(suggestion)) return 'none';
  return abstained || options.category.length > 1 ? 'open' : 'suggested';
}

function isReading(state: SuggestionState, text: TicketText): boolean {
  return state.phase === 'reading' && sameText(state.text, text);
}
