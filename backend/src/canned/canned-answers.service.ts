import { Injectable } from '@nestjs/common';
import { requireVersion } from '../common/change-request.ts';
import { cutPage } from '../common/http/keyset-cursor.ts';
import { DomainError, ValidationFailed } from '../common/problems/domain-error.ts';
import { searchWords } from '../contacts/domain/search-words.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { TicketChoices } from '../tickets/ticket-choices.service.ts';
import { CannedAnswerRepository } from './canned-answer.repository.ts';
import type { CannedAnswer, CannedFields, CannedSteps } from './domain/canned-answer.ts';
import { decodeUseCursor, encodeUseCursor } from './domain/use-cursor.ts';

export interface CannedPage {
  readonly answers: readonly CannedAnswer[];
  readonly next: string | null;
}

/** What became of answers that were taken in. */
export interface CannedImport {
  readonly added: number;
  /** Were there already, to the letter. */
  readonly known: number;
}

/** Keeps answers that are written once and given often: everybody's, and each person's own, which nobody else sees. */
@Injectable()
export class CannedAnswers {
  constructor(
    private readonly answers: CannedAnswerRepository,
    private readonly choices: TicketChoices,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * The most used first; those that have all words of a search in name or text.
   *
   * @throws ValidationFailed for a cursor that is none.
   */
  async page(
    person: number,
    { search = '', team, limit, cursor }: { search?: string; team?: boolean; limit: number; cursor?: string },
  ): Promise<CannedPage> {
    const after = cursor === undefined ? null : decodeUseCursor(cursor);
    const found = await this.answers.page(person, { words: searchWords(search), team, after, limit: limit + 1 });
    const { shown: answers, next } = cutPage(found, limit, encodeUseCursor);
    return { answers, next };
  }

  /** Everything that the person may see, oldest first. */
  all(person: number): Promise<readonly CannedAnswer[]> {
    return this.answers.all(person);
  }

  /** @throws DomainError `canned_answer_not_found` */
  async get(person: number, id: number): Promise<CannedAnswer> {
    return found(await this.answers.find(person, id));
  }

  /** @throws ValidationFailed for a step that no ticket may take. */
  create(person: number, fields: CannedFields): Promise<CannedAnswer> {
    return this.unitOfWork.run(async (transaction) => {
      await this.require(transaction, fields.steps, 'steps');
      const id = await this.answers.insert(transaction, person, fields);
      return found(await this.answers.find(person, id, transaction));
    });
  }

  /**
   * Changes the given fields; steps are all that it is to have.
   *
   * @throws DomainError `canned_answer_not_found`, or `stale_version` when it is at none of the accepted versions.
   * @throws ValidationFailed for an empty change, or a step that no ticket may take.
   */
  change(
    person: number,
    id: number,
    fields: Partial<CannedFields>,
    accepts: readonly number[] | null,
  ): Promise<CannedAnswer> {
    if (Object.keys(fields).length === 0) throw nothingToChange();
    return this.unitOfWork.run(async (transaction) => {
      await this.hold(transaction, person, id, accepts);
      if (fields.steps) await this.require(transaction, fields.steps, 'steps');
      await this.answers.update(transaction, person, id, fields);
      return found(await this.answers.find(person, id, transaction));
    });
  }

  /** @throws DomainError `canned_answer_not_found`, or `stale_version` when it is at none of the accepted versions. */
  async delete(person: number, id: number, accepts: readonly number[] | null): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      await this.hold(transaction, person, id, accepts);
      await this.answers.delete(transaction, id);
    });
  }

  /** @throws DomainError `canned_answer_not_found` */
  async countUse(person: number, id: number): Promise<void> {
    if (!(await this.answers.countUse(person, id))) throw notFound();
  }

  /**
   * All of them or none. What is there already to the letter is not added again.
   *
   * @throws ValidationFailed for a step that no ticket may take.
   */
  import(person: number, given: readonly CannedFields[]): Promise<CannedImport> {
    return this.unitOfWork.run(async (transaction) => {
      let added = 0;
      for (const [at, fields] of given.entries()) {
        if (await this.answers.has(transaction, person, fields)) continue;
        await this.require(transaction, fields.steps, `answers.${String(at)}.steps`);
        await this.answers.insert(transaction, person, fields);
        added += 1;
      }
      return { added, known: given.length - added };
    });
  }

  private async require(transaction: Transaction, steps: CannedSteps, at: string): Promise<void> {
    try {
      await this.choices.require(transaction, steps);
    } catch (error) {
      if (!(error instanceof ValidationFailed)) throw error;
      throw new ValidationFailed(error.errors.map((one) => ({ ...one, field: `${at}.${one.field}` })));
    }
  }

  private async hold(
    transaction: Transaction,
    person: number,
    id: number,
    accepts: readonly number[] | null,
  ): Promise<void> {
    requireVersion(found(await this.answers.hold(transaction, person, id)), accepts, 'this canned answer');
  }
}

function found<T>(answer: T | null): T {
  if (answer === null) throw notFound();
  return answer;
}

function notFound(): DomainError {
  return new DomainError('canned_answer_not_found', 'There is no such canned answer, or it is somebody else’s.');
}

function nothingToChange(): ValidationFailed {
  const message = 'Give at least one of name, text, team and steps.';
  return new ValidationFailed([{ field: 'body', code: 'empty', message }]);
}
