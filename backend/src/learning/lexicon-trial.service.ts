import { Injectable } from '@nestjs/common';
import { CategoriesService } from '../categories/categories.service.ts';
import type { TicketText } from '../vocabulary/ticket-text.ts';
import { ActiveModel } from './active-model.service.ts';
import { type LexiconChanges, asRead, changedStarter, tidied } from './domain/lexicon.ts';
import type { FieldJudgement } from './domain/local-judgement.ts';
import { plainText } from './domain/plain-text.ts';
import { type FoundUrgency, UrgencyLexicon, urgencyOf } from './domain/urgency.ts';
import { LexiconRepository } from './lexicon.repository.ts';
import { STARTER } from './starter/starter.ts';

/** A term of a category that stands in a text. */
export interface FoundTerm {
  readonly term: string;
  readonly category: string;
  readonly isOwn: boolean;
  /** How much its words speak for the category in the model that answers, in points of its score; null where it knows none. */
  readonly weight: number | null;
}

/** What the words of a lexicon do to a text. */
export interface LexiconTrialResult {
  readonly terms: readonly FoundTerm[];
  /** With the weight that each has here: negated ones count less, and the other way round. */
  readonly urgency: readonly FoundUrgency[];
  /** What the urgent ones and the calm ones add up to. */
  readonly raises: number;
  readonly lowers: number;
  /** By the model that answers, which has not learned from new terms yet; words of urgency count as they are tried. */
  readonly category: FieldJudgement;
  readonly priority: FieldJudgement;
}

/** Shows what the words of the lexicon do to a text, before they are saved. Nothing is stored. */
@Injectable()
export class LexiconTrial {
  constructor(
    private readonly lexicon: LexiconRepository,
    private readonly categories: CategoriesService,
    private readonly active: ActiveModel,
  ) {}

  /** @param draft the changes to try; null for those that are saved. */
  async run(text: TicketText, draft: LexiconChanges | null): Promise<LexiconTrialResult> {
    const changes = draft ? tidied(draft) : (await this.lexicon.read()).changes;
    const { terms, urgency } = changedStarter(STARTER, changes);
    const plain = plainText(text);
    const own = new Set(changes.terms);
    const model = this.active.current();
    const found = new UrgencyLexicon(urgency).find(plain);
    const { category, priority } = model.withUrgency(urgency).judge(text, await this.categories.active());
    return {
      terms: terms
        .map((term) => ({ ...term, words: asRead(term.term), isOwn: own.has(term) }))
        .filter(({ words }) => words !== '' && new UrgencyLexicon([{ term: words, weight: 0 }]).find(plain).length > 0)
        .map(({ term, category: key, words, isOwn }) => ({
          ...{ term, category: key, isOwn, weight: model.weightOf(text, words.split(' '), key) },
        })),
      urgency: found,
      ...urgencyOf(found),
      ...{ category, priority },
    };
  }
}
