import { Injectable, inject } from '@angular/core';
import { AdminMailSetupApi } from '../../api/admin-mail-setup-api';
import type { MailSender, Mailbox } from '../../api/admin-model';
import { Notifications } from '../../core/notifications';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { isolated } from '../../ui/isolated';
import { type FixedTrial, FixedTrialDialog } from './fixed-trial-dialog';
import { MailboxDialog } from './mailbox-dialog';
import { SenderDialog } from './sender-dialog';

/** What an admin does with mailboxes and the sender; `done` is told once it is. */
@Injectable()
export class SetUpActions {
  private readonly api = inject(AdminMailSetupApi);
  private readonly dialogs = inject(Dialogs);
  private readonly notifications = inject(Notifications);

  editMailbox(mailbox: Mailbox | null, done: () => void): void {
    this.dialogs.form<MailboxDialog, Mailbox>(MailboxDialog, mailbox, '640px').subscribe((saved) => {
      this.notifications.show(`${isolated(saved.user)} ${mailbox ? 'was changed' : 'was added'}`);
      done();
    });
  }

  /** Reads it no more, or again. */
  switchMailbox({ id, version, user, active }: Mailbox, done: () => void): void {
    this.api.changeMailbox(id, { active: !active }, version).subscribe({
      next: () => {
        this.notifications.show(`${isolated(user)} ${active ? 'rests' : 'is read again'}`);
        done();
      },
      error: (error: unknown) => {
        this.notifications.showError('The mailbox was not changed', error);
        done();
      },
    });
  }

  removeMailbox({ id, user }: Mailbox, done: () => void): void {
    const question = {
      heading: `Remove ${isolated(user)}?`,
      consequences: [
        'The desk reads it no more and forgets its password.',
        'Tickets and mails that came from it stay, and what lies in it is left alone.',
      ],
      confirm: 'Remove',
      danger: true,
      run: () => this.api.removeMailbox(id),
    };
    this.dialogs.confirm(question).subscribe(() => {
      this.notifications.show(`${isolated(user)} was removed`);
      done();
    });
  }

  /** Tries one that is set where the desk is installed; `server` is it in words. */
  tryFixedMailbox({ name, user }: { readonly name: string; readonly user: string }, server: string): void {
    const ask = () => this.api.tryFixedMailbox(name);
    this.tryFixed({ name: user, server, about: 'stops at the first step that fails', ask });
  }

  /** The same of the sender that is set there. */
  tryFixedSender(address: string, server: string): void {
    const ask = () => this.api.tryFixedSender();
    this.tryFixed({ name: address, server, about: `sends one mail to ${isolated(address)}`, ask });
  }

  editSender(sender: MailSender | null, done: () => void): void {
    this.dialogs.form<SenderDialog, MailSender>(SenderDialog, sender, '640px').subscribe((saved) => {
      this.notifications.show(`Mails are sent from ${isolated(saved.from_address)}`);
      done();
    });
  }

  removeSender({ from_address: address }: MailSender, fallsBack: boolean, done: () => void): void {
    const question = {
      heading: `Stop sending from ${isolated(address)}?`,
      consequences: [
        'The desk forgets the server and its password.',
        fallsBack
          ? 'What is set where the desk is installed counts again.'
          : 'Answers are then kept and marked as not sent.',
      ],
      confirm: 'Stop sending',
      danger: true,
      run: () => this.api.removeSender(),
    };
    this.dialogs.confirm(question).subscribe(() => {
      this.notifications.show('The sender was removed');
      done();
    });
  }

  private tryFixed(trial: FixedTrial): void {
    this.dialogs.show(FixedTrialDialog, trial);
  }
}
