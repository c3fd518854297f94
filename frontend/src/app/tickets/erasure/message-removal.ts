import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ConversationEntry } from '../../api/conversation-model';
import { ConversationApi } from '../../api/conversation-api';
import { Dialogs } from '../../kit/dialogs/dialogs';
import type { Removal } from './removal-dialog';

/** Asks an admin why the words of a message are to go, and has them go. */
@Injectable({ providedIn: 'root' })
export class MessageRemoval {
  private readonly api = inject(ConversationApi);
  private readonly dialogs = inject(Dialogs);

  /** Whether they went. */
  async ask(ticket: number, { number, kind }: Pick<ConversationEntry, 'number' | 'kind'>): Promise<boolean> {
    const { RemovalDialog } = await import('./removal-dialog');
    const isDescription = kind === 'description';
    const removal: Removal = {
      title: isDescription ? 'Remove title and description?' : 'Remove the words of this message?',
      consequences: [
        isDescription
          ? 'Title and description go with all that both have ever been, the files that came with them, and the mail as it came.'
          : 'What it says goes, with its files and what later mails quote of it.',
        'Nobody can take this back. What stays is that you removed them, when and why.',
      ],
      action: 'Remove for good',
      failing: 'Nothing was removed.',
      saving: 'Removing the words',
      call: (reason) => this.api.redact(ticket, number, reason),
    };
    const done = this.dialogs.form<unknown, true>(RemovalDialog, removal, '480px');
    return firstValueFrom(done, { defaultValue: false });
  }
}
