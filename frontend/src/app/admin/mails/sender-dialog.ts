import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { type Observable, map, of } from 'rxjs';
import { AdminMailSetupApi } from '../../api/admin-mail-setup-api';
import type { MailSender, MailTrialResult } from '../../api/admin-model';
import { DialogFoot } from '../../kit/dialogs/dialog-foot';
import { DialogSubmission } from '../../kit/dialogs/dialog-submission';
import { saveOver } from '../../kit/forms/overtaken';
import { OvertakenFields, overtakenFields } from '../../kit/forms/overtaken-fields';
import { OvertakenForm } from '../../kit/forms/overtaken-form';
import { atMost, needed } from '../../kit/forms/rules';
import { TextField } from '../../ui/text-field';
import { MailTrial } from './mail-trial';
import { ServerFields } from './server-fields';
import {
  SERVER_NAMES,
  SMTP_PORTS,
  WIRE_NAMES,
  keptAuth,
  serverControls,
  serverTexts,
  type TypedServer,
  typedNoSecret,
  typedServer,
} from './server-form';

const NAMES = {
  ...SERVER_NAMES,
  ...{ from_name: 'name', from_address: 'address', uses_plus_address: 'plus address', asks_receipts: 'reports' },
};

/** What an admin says of the sender, as texts. */
type SenderTexts = Record<keyof typeof NAMES, string>;

interface TypedSender extends TypedServer {
  readonly user: string | null;
  readonly from_name: string;
  readonly from_address: string;
  readonly uses_plus_address: boolean;
  readonly asks_receipts: boolean;
}

/** Sets how the desk sends mails, and tries it on the way. When another admin was faster, what was typed stays and this one decides. */
@Component({
  selector: 'desk-sender-dialog',
  imports: [
    DialogFoot,
    MailTrial,
    MatCheckbox,
    MatDialogContent,
    MatDialogTitle,
    OvertakenFields,
    ReactiveFormsModule,
    ServerFields,
    TextField,
  ],
  providers: [DialogSubmission],
  templateUrl: './sender-dialog.html',
  styleUrls: ['../../kit/dialogs/dialog.scss', './pair.scss'],
  styles: `
    .ways {
      display: grid;
      gap: 4px;
      margin-left: -10px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SenderDialog {
  private readonly api = inject(AdminMailSetupApi);
  private readonly submission = inject<DialogSubmission<MailSender>>(DialogSubmission);
  private readonly build = inject(NonNullableFormBuilder);
  /** Null where none is set. */
  protected readonly sender = inject<MailSender | null>(MAT_DIALOG_DATA);

  protected readonly form = this.build.group({
    ...serverControls(this.build, this.sender, SMTP_PORTS),
    from_name: this.build.control(
      this.sender?.from_name ?? '',
      atMost(100, 'Name must be at most 100 characters long.'),
    ),
    from_address: this.build.control(this.sender?.from_address ?? '', needed('Address is needed.')),
    uses_plus_address: this.build.control(this.sender?.uses_plus_address ?? false),
    asks_receipts: this.build.control(this.sender?.asks_receipts ?? false),
  });
  protected readonly ports = SMTP_PORTS;
  protected readonly kept = keptAuth(this.sender);
  protected readonly overtaken = this.sender && this.overtakenBy(this.sender);
  protected readonly conflicts = computed(() => overtakenFields(this.overtaken?.conflicts(), NAMES));

  protected readonly ask = (): Observable<MailTrialResult> => this.api.trySender(this.typed());

  protected save(): void {
    if (this.overtaken?.isSaved && typedNoSecret(this.form.controls)) this.submission.close();
    else this.submission.submit(this.form, () => this.send(), WIRE_NAMES);
  }

  private send(): Observable<MailSender> {
    const { overtaken } = this;
    if (!overtaken) return this.api.saveSender(this.typed(), 0);
    return saveOver(overtaken.seen(), {
      save: (seen) => this.api.saveSender(this.typed(), seen.version),
      fetch: () => this.fetch(),
      settle: (now, sent) => of(overtaken.settle(now, sent)),
    });
  }

  private fetch(): Observable<MailSender> {
    return this.api.fetch().pipe(
      map(({ sender }) => {
        if (!sender) throw new Error('The sender is not there any more');
        return sender;
      }),
    );
  }

  private typed(): TypedSender {
    const {
      user,
      from_name: name,
      from_address: address,
      uses_plus_address: plus,
      asks_receipts: asks,
    } = this.form.controls;
    return {
      ...{ ...typedServer(this.form.controls), user: user.value.trim() || null },
      ...{ from_name: name.value.trim(), from_address: address.value.trim() },
      ...{ uses_plus_address: plus.value, asks_receipts: asks.value },
    };
  }

  private overtakenBy(sender: MailSender): OvertakenForm<MailSender, SenderTexts> {
    const textsOf = (one: TypedSender): SenderTexts => ({
      ...{ ...serverTexts(one), from_name: one.from_name, from_address: one.from_address },
      ...{ uses_plus_address: one.uses_plus_address ? 'yes' : '', asks_receipts: one.asks_receipts ? 'yes' : '' },
    });
    const flags = ['uses_plus_address', 'asks_receipts'];
    return new OvertakenForm<MailSender, SenderTexts>(sender, {
      textsOf,
      typed: () => textsOf(this.typed()),
      put: (field, value) => this.form.patchValue({ [field]: flags.includes(field) ? value === 'yes' : value }),
    });
  }
}
