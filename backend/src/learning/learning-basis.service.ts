import { Injectable } from '@nestjs/common';
import { CategoriesService } from '../categories/categories.service.ts';
import type { Category } from '../categories/category.ts';
import { type LexiconChanges, changedStarter } from './domain/lexicon.ts';
import type { LearnedFrom } from './domain/model.ts';
import { vocabularyMark } from './domain/vocabulary-mark.ts';
import { LexiconRepository } from './lexicon.repository.ts';
import { STARTER } from './starter/starter.ts';

/** What a model is made of besides tickets, and the marks by which a model tells what it was made of. */
export interface Basis {
  readonly categories: readonly Category[];
  readonly lexicon: LexiconChanges;
  readonly marks: Pick<LearnedFrom, 'vocabulary' | 'starter_version'>;
}

/** Whether a model of these marks was made of the same. */
export function isMadeOf(made: Basis['marks'], { marks }: Pick<Basis, 'marks'>): boolean {
  return made.vocabulary === marks.vocabulary && made.starter_version === marks.starter_version;
}

/** Knows what the desk learns from besides its tickets: its categories, and what is shipped with its own changes of words. */
@Injectable()
export class LearningBasis {
  constructor(
    private readonly categories: CategoriesService,
    private readonly lexicon: LexiconRepository,
  ) {}

  async now(): Promise<Basis> {
    const [categories, { changes: lexicon }] = await Promise.all([this.categories.active(), this.lexicon.read()]);
    return {
      ...{ categories, lexicon },
      marks: { vocabulary: vocabularyMark(categories), starter_version: changedStarter(STARTER, lexicon).version },
    };
  }
}
