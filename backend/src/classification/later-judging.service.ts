import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IncomingMessages } from '../conversation/incoming-messages.service.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { ownWords } from '../tickets/later/domain/later-suggestion.ts';
import { LATER_SUGGESTIONS } from '../tickets/later/later-suggestions.job.ts';
import { type LaterMessage, LaterSuggestions } from '../tickets/later/later-suggestions.service.ts';
import { ClassificationService } from './classification.service.ts';

/**
 * Judges what customers write later by itself, without the title and the first message, which tell of the former matter: the desk's
 * own model first, and an LLM only where that is not sure.
 */
@Injectable()
export class LaterJudging implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly later: LaterSuggestions,
    private readonly messages: IncomingMessages,
    private readonly classification: ClassificationService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.add(LATER_SUGGESTIONS, ({ data, signal }) =>
      this.judge({ ticketId: data.ticket, number: data.message }, signal),
    );
  }

  private async judge(message: LaterMessage, signal: AbortSignal): Promise<void> {
    if (!(await this.later.isOpenTo(message.ticketId))) return;
    const words = ownWords((await this.messages.textOf(message.ticketId, message.number)) ?? '');
    if (words === null) return;
    const text = { id: message.ticketId, message: message.number, title: '', description: words };
    const judgement = await this.classification.tryOwnFirst(text, signal);
    await this.unitOfWork.run((transaction) => this.later.offer(transaction, message, judgement));
  }
}
