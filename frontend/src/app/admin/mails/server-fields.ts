import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatCheckbox } from '@angular/material/checkbox';
import type { MailSecurity } from '../../api/admin-model';
import { fieldMessage } from '../../ui/field-message';
import { fieldValue } from '../../ui/field-value';
import { SegmentSwitch } from '../../ui/segment-switch';
import { TextField } from '../../ui/text-field';
import { AUTHS, type MailAuth, SECURITIES, type ServerControls, type UsualPorts, chooseSecurity } from './server-form';

/** How a mail server is reached: where it is, how the connection is encrypted, and who signs in. */
@Component({
  selector: 'desk-server-fields',
  imports: [MatCheckbox, ReactiveFormsModule, SegmentSwitch, TextField],
  templateUrl: './server-fields.html',
  styleUrls: ['./pair.scss', './server-fields.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ServerFields {
  readonly controls = input.required<ServerControls>();
  readonly ports = input.required<UsualPorts>();
  /** What it does: "Reads from (IMAP)". */
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly userHint = input('');
  /** What the desk has to sign in with; null for nothing. */
  readonly kept = input<MailAuth | null>(null);

  private readonly securityControl = computed(() => this.controls().security);
  protected readonly securities = SECURITIES;
  protected readonly security = fieldValue<MailSecurity>(this.securityControl, SECURITIES[0].value);
  protected readonly auths = AUTHS;
  private readonly authControl = computed(() => this.controls().auth);
  protected readonly auth = fieldValue<MailAuth>(this.authControl, AUTHS[0].value);
  /** What lets the desk in now is what it has. */
  protected readonly isKept = computed(() => this.kept() === this.auth());
  protected readonly refused = fieldMessage(this.securityControl);

  protected choose(security: MailSecurity): void {
    chooseSecurity(this.controls(), security, this.ports());
  }
}
