import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { type Observable, map, of } from 'rxjs';
import { AdminMailSetupApi } from '../../api/admin-mail-setup-api';
import type { MailTrialResult, Mailbox, ProposedServers } from '../../api/admin-model';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { saveOver } from '../../kit/forms/overtaken';
import { OvertakenFields, overtakenFields } from '../../kit/forms/overtaken-fields';
import { OvertakenForm } from '../../kit/forms/overtaken-form';
import { atMost, filled, needed, rule } from '../../kit/forms/rules';
import { type Segment, SegmentSwitch } from '../../ui/segment-switch';
import { TextField } from '../../ui/text-field';
import { MailTrial } from './mail-trial';
import { ProposedServers as ProposedServersBanner } from './proposed-servers';
import { ServerFields } from './server-fields';
import {
  IMAP_PORTS,
  SERVER_NAMES,
  WIRE_NAMES,
  addressList,
  keptAuth,
  serverControls,
  serverTexts,
  type TypedServer,
  typedNoSecret,
  typedServer,
} from './server-form';

const NAMES = {
  ...SERVER_NAMES,
  folder: 'folder',
  ...{ authserv_id: 'whose authentication results are believed', relays: 'relays' },
};

type Old = 'left' | 'taken';

const OLD_CHOICES: readonly Segment<Old>[] = [
  { value: 'left', label: 'Leave them' },
  { value: 'taken', label: 'Make tickets' },
];
const OLD_WORDS: Readonly<Record<Old, string>> = {
  left: 'What comes from now on becomes tickets.',
  taken: 'Each of them becomes a ticket too. Whoever wrote more than two days ago is not told that it came.',
};

/** The servers before a mailbox whose word is taken. */
type Believed = Pick<Mailbox, 'authserv_id' | 'relays'>;
/** What an admin says of a mailbox, as texts. */
type MailboxTexts = Record<keyof typeof NAMES, string>;

/** Adds a mailbox or changes one, and tries it on the way. When another admin was faster, what was typed stays and this one decides. */
@Component({
  selector: 'desk-mailbox-dialog',
  imports: [
    DialogFoot,
    MailTrial,
    MatDialogContent,
    MatDialogTitle,
    OvertakenFields,
    ProposedServersBanner,
    ReactiveFormsModule,
    SegmentSwitch,
    ServerFields,
    TextField,
  ],
  providers: [DialogSubmission],
  templateUrl: './mailbox-dialog.html',
  styleUrls: ['../../kit/dialogs/dialog.scss', './pair.scss'],
  styles: `
    .told {
      margin-top: 4px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailboxDialog {
  private readonly api = inject(AdminMailSetupApi);
  private readonly submission = inject<DialogSubmission<Mailbox>>(DialogSubmission);
  private readonly build = inject(NonNullableFormBuilder);
  /** Null for a new one. */
  protected readonly mailbox = inject<Mailbox | null>(MAT_DIALOG_DATA);

  protected readonly form = this.build.group({
    ...serverControls(this.build, this.mailbox, IMAP_PORTS),
    folder: this.build.control(this.mailbox?.folder ?? 'INBOX', [
      needed('Folder is needed.'),
      atMost(200, 'Folder must be at most 200 characters long.'),
    ]),
    authserv_id: this.build.control(this.mailbox?.authserv_id ?? ''),
    relays: this.build.control(
      this.mailbox?.relays.join(', ') ?? '',
      rule('relays', (text) => (addressList(text).length > 50 ? 'At most 50 relays.' : null)),
    ),
  });
  protected readonly ports = IMAP_PORTS;
  /** Whether what lies there becomes tickets too; asked of a new one alone. */
  protected readonly old = signal<Old>('left');
  protected readonly oldChoices = OLD_CHOICES;
  protected readonly oldWords = computed(() => OLD_WORDS[this.old()]);
  protected readonly kept = keptAuth(this.mailbox);
  protected readonly overtaken = this.mailbox && this.overtakenBy(this.mailbox);
  protected readonly conflicts = computed(() => overtakenFields(this.overtaken?.conflicts(), NAMES));

  protected readonly ask = (): Observable<MailTrialResult> =>
    this.api.tryMailbox({ ...this.typed(), id: this.mailbox?.id ?? null });

  constructor() {
    const { user, password } = this.form.controls;
    user.addValidators(needed('User is needed.'));
    if (!this.mailbox) password.addValidators(filled('Password is needed.'));
  }

  protected save(): void {
    if (this.overtaken?.isSaved && typedNoSecret(this.form.controls)) this.submission.close();
    else this.submission.submit(this.form, () => this.send(), WIRE_NAMES);
  }

  private send(): Observable<Mailbox> {
    const { overtaken } = this;
    if (!overtaken) return this.api.addMailbox({ ...this.typed(), old_mails: this.old() === 'taken' });
    return saveOver(overtaken.seen(), {
      save: (seen) => this.api.changeMailbox(seen.id, this.typed(), seen.version),
      fetch: ({ id }) => this.fetch(id),
      settle: (now, sent) => of(overtaken.settle(now, sent)),
    });
  }

  private fetch(id: number): Observable<Mailbox> {
    return this.api.fetch().pipe(
      map(({ mailboxes }) => {
        const mailbox = mailboxes.find((one) => one.id === id);
        if (!mailbox) throw new Error('The mailbox is not there any more');
        return mailbox;
      }),
    );
  }

  /** What was proposed stands where it can be read and changed, and is tried anew. */
  protected believe(proposal: ProposedServers): void {
    this.form.patchValue(believedTexts(proposal));
  }

  private typed(): TypedServer & Believed & { user: string; folder: string } {
    const { user, folder, authserv_id: id, relays } = this.form.controls;
    return {
      ...typedServer(this.form.controls),
      ...{ user: user.value.trim(), folder: folder.value.trim() },
      ...{ authserv_id: id.value.trim().toLowerCase() || null, relays: addressList(relays.value) },
    };
  }

  private overtakenBy(mailbox: Mailbox): OvertakenForm<Mailbox, MailboxTexts> {
    const textsOf = (one: Parameters<typeof serverTexts>[0] & Believed & Pick<Mailbox, 'folder'>) => ({
      ...serverTexts(one),
      folder: one.folder,
      ...believedTexts(one),
    });
    return new OvertakenForm<Mailbox, MailboxTexts>(mailbox, {
      textsOf,
      typed: () => textsOf(this.typed()),
      put: (field, value) => this.form.patchValue({ [field]: value }),
    });
  }
}

function believedTexts({ authserv_id: id, relays }: Believed): { authserv_id: string; relays: string } {
  return { authserv_id: id ?? '', relays: relays.join(', ') };
}
