import { Injectable } from '@nestjs/common';
import { requireVersion } from '../common/change-request.ts';
import { cutPage } from '../common/http/keyset-cursor.ts';
import { DomainError, ValidationFailed } from '../common/problems/domain-error.ts';
import { searchWords } from '../contacts/domain/search-words.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { TicketChoices } from '../tickets/ticket-choices.service.ts';
import type { Attachment } from '../attachments/domain/attachment.ts';
import { CannedAnswerRepository } from './canned-answer.repository.ts';
import { CannedFiles } from './canned-files.service.ts';
import type {
  CannedAnswer,
  CannedSteps,
  CannedWriting,
  ImportedAnswer,
  WrittenAnswer,
} from './domain/canned-answer.ts';
import { decodeUseCursor, encodeUseCursor } from './domain/use-cursor.ts';

export interface CannedPage {
  readonly answers: readonly CannedAnswer[];
  readonly next: string | null;
}

/** Who writes canned answers. */
export interface CannedWriter {
  readonly userId: number;
  /** May write what the whole team has. */
  readonly isAdmin: boolean;
}

/** What became of answers that were taken in. */
export interface CannedImport {
  readonly added: number;
  /** Were there already, to the letter. */
  readonly known: number;
  /** New ones that had files where they come from, which they do not have here. */
  readonly withoutFiles: readonly Pick<ImportedAnswer, 'name' | 'files'>[];
}

/** Keeps answers that are written once and given often: everybody's, and each person's own, which nobody else sees. */
@Injectable()
export class CannedAnswers {
  constructor(
    private readonly answers: CannedAnswerRepository,
    private readonly files: CannedFiles,
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
    return { answers: await this.files.with(answers), next };
  }

  /** Everything that the person may see, oldest first. */
  async all(person: number): Promise<readonly CannedAnswer[]> {
    return this.files.with(await this.answers.all(person));
  }

  /** @throws DomainError `canned_answer_not_found` */
  async get(person: number, id: number): Promise<CannedAnswer> {
    return this.whole(await this.answers.find(person, id));
  }

  /**
   * @throws DomainError `forbidden` for one of the team by somebody who may not write these.
   * @throws ValidationFailed for a step that no ticket may take, or a file that is not theirs to give.
   */
  create(by: CannedWriter, fields: CannedWriting): Promise<CannedAnswer> {
    if (fields.team) requireAdmin(by);
    return this.unitOfWork.run(async (transaction) => {
      await this.require(transaction, fields.steps, 'steps');
      const id = await this.answers.insert(transaction, by.userId, fields);
      await this.files.set(transaction, id, fields.attachments, by.userId);
      return this.whole(await this.answers.find(by.userId, id, transaction), transaction);
    });
  }

  /**
   * Changes the given fields; steps and files are all that it is to have.
   *
   * @throws DomainError `canned_answer_not_found`, `forbidden` for one that is or becomes the team's by somebody who may not write
   *   these, or `stale_version` when it is at none of the accepted versions.
   * @throws ValidationFailed for an empty change, a step that no ticket may take, or a file that is not theirs to give.
   */
  change(
    by: CannedWriter,
    id: number,
    fields: Partial<CannedWriting>,
    accepts: readonly number[] | null,
  ): Promise<CannedAnswer> {
    if (Object.keys(fields).length === 0) throw nothingToChange();
    return this.unitOfWork.run(async (transaction) => {
      await this.hold(transaction, by, id, accepts);
      if (fields.team === true) requireAdmin(by);
      if (fields.steps) await this.require(transaction, fields.steps, 'steps');
      if (fields.attachments) await this.files.set(transaction, id, fields.attachments, by.userId);
      await this.answers.update(transaction, by.userId, id, fields);
      return this.whole(await this.answers.find(by.userId, id, transaction), transaction);
    });
  }

  /**
   * For a day it can be brought back, with its files.
   *
   * @throws DomainError `canned_answer_not_found`, `forbidden` for one of the team by somebody who may not write these, or
   *   `stale_version` when it is at none of the accepted versions.
   */
  async delete(by: CannedWriter, id: number, accepts: readonly number[] | null): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      await this.hold(transaction, by, id, accepts);
      await this.answers.delete(transaction, id);
    });
  }

  /**
   * Brings one back as it was, with how often it was used. One that is there stays as it is.
   *
   * @throws DomainError `canned_answer_not_found`, or `forbidden` for one of the team by somebody who may not write these.
   */
  restore(by: CannedWriter, id: number): Promise<CannedAnswer> {
    return this.unitOfWork.run(async (transaction) => {
      const deleted = await this.answers.holdDeleted(transaction, by.userId, id);
      if (deleted?.team) requireAdmin(by);
      if (deleted) await this.answers.restore(transaction, id);
      return this.whole(await this.answers.find(by.userId, id, transaction), transaction);
    });
  }

  /**
   * Copies its files for a message of the person, who alone may attach them: all, or none.
   *
   * @throws DomainError `canned_answer_not_found`, `attachment_quota_reached`, `attachment_storage_unavailable`.
   * @throws AttachmentNotFound when one goes meanwhile.
   */
  async copyFiles(person: number, id: number): Promise<readonly Attachment[]> {
    return this.files.copy(await this.get(person, id), person);
  }

  /** @throws DomainError `canned_answer_not_found` */
  async countUse(person: number, id: number): Promise<void> {
    if (!(await this.answers.countUse(person, id))) throw notFound();
  }

  /**
   * All of them or none. What is there already to the letter is not added again. Files do not come along.
   *
   * @throws DomainError `forbidden` for one of the team that is not there yet by somebody who may not write these.
   * @throws ValidationFailed for a step that no ticket may take.
   */
  import(by: CannedWriter, given: readonly ImportedAnswer[]): Promise<CannedImport> {
    return this.unitOfWork.run(async (transaction) => {
      const added: ImportedAnswer[] = [];
      for (const [at, answer] of given.entries()) {
        if (await this.answers.has(transaction, by.userId, answer)) continue;
        if (answer.team) requireAdmin(by);
        await this.require(transaction, answer.steps, `answers.${String(at)}.steps`);
        await this.answers.insert(transaction, by.userId, answer);
        added.push(answer);
      }
      const withoutFiles = added.filter(({ files }) => files.length > 0);
      return { added: added.length, known: given.length - added.length, withoutFiles };
    });
  }

  private async whole(answer: WrittenAnswer | null, transaction?: Transaction): Promise<CannedAnswer> {
    const [whole] = await this.files.with([found(answer)], transaction);
    return found(whole ?? null);
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
    by: CannedWriter,
    id: number,
    accepts: readonly number[] | null,
  ): Promise<void> {
    const { team, version } = found(await this.answers.hold(transaction, by.userId, id));
    if (team) requireAdmin(by);
    requireVersion(version, accepts, 'this canned answer');
  }
}

function found<T>(answer: T | null): T {
  if (answer === null) throw notFound();
  return answer;
}

function requireAdmin({ isAdmin }: CannedWriter): void {
  if (!isAdmin) throw new DomainError('forbidden', 'Canned answers of the team are written by admins.');
}

function notFound(): DomainError {
  return new DomainError('canned_answer_not_found', 'There is no such canned answer, or it is somebody else’s.');
}

function nothingToChange(): ValidationFailed {
  const message = 'Give at least one of name, text, team, steps and attachments.';
  return new ValidationFailed([{ field: 'body', code: 'empty', message }]);
}
