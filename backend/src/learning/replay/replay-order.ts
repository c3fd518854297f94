import type { Category } from '../../categories/category.ts';
import type { OwnThresholds } from '../domain/desk-model.ts';
import type { LexiconChanges } from '../domain/lexicon.ts';
import type { ReplayAnswer } from './replay-answer.ts';

/** Which tickets a stored model may have learned from. */
export interface KnownModel {
  readonly id: number;
  readonly version: string;
  /** A ticket that was written after this it cannot know. */
  readonly madeAt: Date;
  /** The newest decision that it learned from; null when it learned from no ticket at all. */
  readonly learnedUntil: Date | null;
}

/** A stored model as it is tried. */
export interface StoredModel extends KnownModel {
  readonly bytes: Uint8Array;
  /** Whether it was made of the words and categories of today. */
  readonly isOfToday: boolean;
}

/** The desk's own suggester as it is tried: a stored model with these thresholds. */
export interface LocalSide {
  readonly model: number;
  readonly thresholds: OwnThresholds;
}

/** A ticket that is judged again. */
export interface ReplayedTicket {
  readonly id: number;
  readonly writtenAt: Date;
}

/** What the thread is to judge, and by whom. */
export interface ReplayOrder {
  readonly categories: readonly Pick<Category, 'key' | 'label' | 'description'>[];
  readonly lexicon: LexiconChanges;
  readonly models: readonly StoredModel[];
  /** Their places are what answers name them by. */
  readonly sides: readonly LocalSide[];
  readonly replayed: readonly ReplayedTicket[];
}

/** What one side said of a ticket. */
export interface LocalAnswer {
  readonly side: number;
  readonly ticket: number;
  readonly answer: ReplayAnswer;
}
