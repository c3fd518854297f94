import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import type { ChosenMessages, ForgottenMessages, WordKeeper } from '../forgetting/word-keeper.ts';
import { AttachmentHousekeeping } from './attachment-housekeeping.service.ts';
import { AttachmentRepository } from './attachment.repository.ts';

/** The files of messages whose words are removed: nobody has them from then on, and their contents go at once after it. */
@Injectable()
export class AttachmentWords implements OnModuleInit, WordKeeper {
  constructor(
    private readonly forgetting: Forgetting,
    private readonly attachments: AttachmentRepository,
    private readonly housekeeping: AttachmentHousekeeping,
  ) {}

  onModuleInit(): void {
    this.forgetting.add(this);
  }

  textsOf(transaction: Transaction, chosen: ChosenMessages): Promise<readonly string[]> {
    return this.attachments.namesOf(transaction, chosen);
  }

  async forgetMessages(transaction: Transaction, gone: ForgottenMessages): Promise<void> {
    await this.attachments.disown(transaction, gone);
  }

  async makeAnew(transaction: Transaction): Promise<void> {
    await this.housekeeping.tidySoon(transaction);
  }
}
