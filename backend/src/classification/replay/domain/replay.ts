import type { Via } from '../../../common/author.ts';
import type { TicketPriority } from '../../../vocabulary/ticket-priority.ts';
import type { ReplayAnswer, SaidOfField } from '../../../learning/replay/replay-answer.ts';
import type { FieldComparison } from '../../../learning/replay/replay-report.ts';
import type { PerField } from '../../../suggestions/domain/suggestion.ts';
import type { SuggestedField } from '../../../suggestions/domain/suggested-field.ts';

export const REPLAY_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

export type ReplayState = (typeof REPLAY_STATES)[number];

/** Fewer tickets prove nothing. */
export const REPLAY_TICKETS_MIN = 20;
export const REPLAY_TICKETS_MAX = 2_000;
/** An LLM is asked about no more: it costs time and money. */
export const REPLAY_LLM_TICKETS_MAX = 200;
/** Older ones are forgotten. */
export const REPLAYS_KEPT = 50;

/** Who is compared: the desk's own suggester with one of its models, or an LLM. */
export const REPLAYED_BY = ['local', 'llm'] as const;

/** A side as an admin asks for it; what is left out is as the desk is set now. */
export interface AskedSide {
  readonly by: (typeof REPLAYED_BY)[number];
  /** The number of a model; the one that answers where nothing is said. */
  readonly model?: number | null | undefined;
  /** Null leaves it to the model. */
  readonly categoryThreshold?: number | null | undefined;
  readonly priorityThreshold?: number | null | undefined;
  readonly llmModel?: string | null | undefined;
  /** Whether the prompt shows confirmed tickets. */
  readonly examples?: boolean | null | undefined;
}

export interface AskedReplay {
  readonly tickets: number;
  /** Null for who answers first at present. */
  readonly baseline: AskedSide | null;
  readonly candidate: AskedSide;
}

/** A side with all that it goes by, as it was when the replay was asked for. */
export type ReplaySide =
  | {
      readonly by: 'local';
      readonly model: number;
      readonly version: string;
      readonly category_threshold: number | null;
      readonly priority_threshold: number | null;
    }
  | { readonly by: 'llm'; readonly model: string; readonly version: string; readonly examples: boolean };

export type LlmSide = Extract<ReplaySide, { by: 'llm' }>;

export const SIDE_NAMES = ['baseline', 'candidate'] as const;

export type SideName = (typeof SIDE_NAMES)[number];

export type PerSide<T> = Readonly<Record<SideName, T>>;

/** What a replay is to do. */
export interface ReplayPlan extends PerSide<ReplaySide> {
  readonly tickets: number;
}

/** How the tickets of a side were judged. */
export interface Measured {
  /** By the model as it stands, which cannot have learned from them; of an LLM all. */
  readonly as_it_stands: number;
  /** By one that was made in its place without them. */
  readonly made_again: number;
  /** Whether the words and categories have changed since the model was made; those made again go by those of today. */
  readonly of_other_words: boolean;
}

/** A ticket on which both sides differ. */
export interface DifferingTicket {
  readonly field: SuggestedField;
  readonly ticket: number;
  /** What people decided. */
  readonly decided: string;
  readonly baseline: SaidOfField;
  readonly candidate: SaidOfField;
}

/** What came of a replay. */
export interface ReplayResult extends PerField<FieldComparison & { readonly words: readonly string[] }> {
  /** Tickets that both sides answered; all figures are of these. */
  readonly compared: number;
  /** Tickets that are gone, or that nobody has decided any more. */
  readonly gone: number;
  /** Tickets that were not asked about, because asking ended early. */
  readonly not_asked: number;
  /** Why asking ended early; null when it did not. */
  readonly stopped: string | null;
  /** How many questions brought no answer, by reason. */
  readonly failures: PerSide<Readonly<Record<string, number>>>;
  readonly measured: PerSide<Measured>;
  readonly differing: readonly DifferingTicket[];
}

/** What a side brought of a ticket. */
export type Outcome = { readonly answer: ReplayAnswer; readonly madeAgain: boolean } | { readonly failure: string };

/** What one side brought of a ticket. */
export interface TicketOutcome {
  readonly ticket: number;
  readonly outcome: Outcome;
}

/** Keeps what one side brought of tickets. */
export type KeepOutcomes = (side: SideName, outcomes: readonly TicketOutcome[]) => Promise<void>;

/** A ticket of a replay, what people had decided when it began, and what has come of it so far. */
export interface ReplayTicket extends PerSide<Outcome | null> {
  readonly ticket: number;
  readonly category: string;
  readonly priority: TicketPriority;
}

/** A replay as admins see it. */
export interface Replay {
  readonly id: string;
  readonly state: ReplayState;
  readonly plan: ReplayPlan;
  readonly requestedBy: number | null;
  readonly via: Via;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  /** How many answers there are, of how many. */
  readonly answered: number;
  readonly questions: number;
  /** How often the process that did it stopped in between. */
  readonly interruptions: number;
  /** Why it failed, in a sentence. */
  readonly failure: string | null;
  readonly result: ReplayResult | null;
}
