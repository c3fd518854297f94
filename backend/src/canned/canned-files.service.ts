import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AttachmentHolders } from '../attachments/attachment-holders.ts';
import { AttachmentIntake } from '../attachments/attachment-intake.service.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import type { Attachment } from '../attachments/domain/attachment.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { CannedFileRepository } from './canned-file.repository.ts';
import type { CannedAnswer, WrittenAnswer } from './domain/canned-answer.ts';

/** The files of canned answers: who sees an answer reads them, and sends copies. */
@Injectable()
export class CannedFiles implements OnModuleInit {
  constructor(
    private readonly files: CannedFileRepository,
    private readonly attachments: Attachments,
    private readonly intake: AttachmentIntake,
    private readonly holders: AttachmentHolders,
  ) {}

  /** What an answer has is kept, also while that is deleted and can be brought back. */
  onModuleInit(): void {
    this.holders.add({
      held: (ids) => this.files.holding(ids),
      mayRead: (id, person) => this.files.mayRead(id, person),
    });
  }

  /** The same answers, each with its files. */
  async with(answers: readonly WrittenAnswer[], transaction?: Transaction): Promise<CannedAnswer[]> {
    const ids = await this.files.of(
      answers.map(({ id }) => id),
      transaction,
    );
    const named = await this.attachments.named([...ids.values()].flat());
    const known = new Map(named.map((file) => [file.id, file]));
    const filesOf = (id: number) => (ids.get(id) ?? []).flatMap((file) => known.get(file) ?? []);
    return answers.map((answer) => ({ ...answer, files: filesOf(answer.id) }));
  }

  /**
   * Gives an answer all the files that it is to have: those that it has already, and uploads of who writes it. Others of it go.
   *
   * @throws ValidationFailed when one of them is neither.
   */
  async set(transaction: Transaction, answer: number, ids: readonly string[], by: number): Promise<void> {
    const before = (await this.files.of([answer], transaction)).get(answer) ?? [];
    const added = ids.filter((id) => !before.includes(id));
    await this.attachments.giveTo(transaction, added, by);
    await this.files.set(transaction, answer, ids);
  }

  /**
   * Copies the files of an answer for a message of somebody: all of them, or none.
   *
   * @throws AttachmentNotFound when one goes meanwhile.
   * @throws DomainError `attachment_quota_reached`, `attachment_storage_unavailable`.
   */
  async copy({ files }: CannedAnswer, person: number): Promise<readonly Attachment[]> {
    return this.intake.copy(
      files.map(({ id }) => id),
      person,
    );
  }
}
