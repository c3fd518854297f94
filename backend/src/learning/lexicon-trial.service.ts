import { Injectable } from '@nestjs/common';
import { CategoriesService } from '../categories/categories.service.ts';
import type { TicketText } from '../vocabulary/ticket-text.ts';
import { ActiveModel } from './active-model.service.ts';
import type { CategoryTerm } from './domain/decided-ticket.ts';
import { type LexiconChanges, asRead, changedStarter, tidied } from './domain/lexicon.ts';
import type { FieldJudgement } from './domain/local-judgement.ts';
import { plainText } from './domain/plain-text.ts';
import { type FoundUrgency, UrgencyLexicon, standsIn, urgencyOf } from './domain/urgency.ts';
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
  /** The words of terms that were tried. Shipped ones are the same in every trial. */
  private readonly words = new WeakMap<CategoryTerm, string>();

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
    const standing = terms
      .map((term) => ({ ...term, words: this.wordsOf(term), isOwn: own.has(term) }))
      .filter(({ words }) => words !== '' && standsIn(words, plain));
    const weights = model.weightsOf(text, standing);
    return {
      terms: standing.map(({ term, category: key, isOwn }, at) => ({
        ...{ term, category: key, isOwn, weight: weights[at] ?? null },
      })),
      urgency: found,
      ...urgencyOf(found),
      ...{ category, priority },
    };
  }

  private wordsOf(term: CategoryTerm): string {
    const known = this.words.get(term);
    if (known !== undefined) return known;
    const words = asRead(term.term);
    this.words.set(term, words);
    return words;
  }
}
