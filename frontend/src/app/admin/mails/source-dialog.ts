import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { AdminMailsApi } from '../../api/admin-mails-api';
import type { QuarantinedMail } from '../../api/admin-model';
import { readableProblem } from '../../api/problem-error';
import { sizeWords } from '../../ui/size-words';
import { ErrorState } from '../../ui/error-state';
import { Moment } from '../../ui/moment';
import { Skeleton } from '../../ui/skeleton';
import { mailTitle, senderWords } from './mail-words';

/** So much of it is shown, in bytes; the rest is mostly files. */
const SHOWN = 100_000;

/** A mail as it came, as plain text: nothing in it is loaded, opened or drawn. */
@Component({
  selector: 'desk-source-dialog',
  imports: [
    ErrorState,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatIcon,
    Moment,
    Skeleton,
  ],
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ title }}</h2>
    <mat-dialog-content tabindex="0" role="region" aria-label="The mail as it came">
      <dl>
        <dt>From</dt>
        <dd>
          <bdi>{{ sender }}</bdi>
        </dd>
        <dt>Mailbox</dt>
        <dd>{{ mail.mailbox }}</dd>
        <dt>Came</dt>
        <dd><desk-moment [at]="mail.arrived_at" />, {{ size }}</dd>
        <dt>Kept aside</dt>
        <dd>{{ mail.reason }}</dd>
      </dl>
      @if (text() !== undefined) {
        <pre dir="auto">{{ text() }}</pre>
        @if (isCut()) {
          <p class="small">This is its beginning. Download it to read the rest.</p>
        }
      } @else if (problem(); as failure) {
        <desk-error-state heading="The mail could not be loaded" [failed]="failure" (retry)="source.reload()" />
      } @else {
        <p class="sr" role="status">Loading the mail</p>
        @for (width of ['40%', '92%', '84%', '88%']; track $index) {
          <desk-skeleton [width]="width" />
        }
      }
    </mat-dialog-content>
    <mat-dialog-actions>
      <a matButton download [href]="address"><mat-icon svgIcon="download" />Download</a>
      <button matButton="filled" type="button" mat-dialog-close>Close</button>
    </mat-dialog-actions>
  `,
  styleUrls: [
    '../../kit/dialogs/dialog.scss',
    '../../kit/dialogs/dialog-actions.scss',
    '../../kit/dialogs/as-it-came.scss',
  ],
  styles: `
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: 4px 16px;
    }

    dd {
      color: var(--mat-sys-on-surface);
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SourceDialog {
  private readonly api = inject(AdminMailsApi);
  protected readonly mail = inject<QuarantinedMail>(MAT_DIALOG_DATA);
  protected readonly source = this.api.source(this.mail.id);
  protected readonly address = this.api.sourceAddress(this.mail.id);
  protected readonly title = mailTitle(this.mail);
  protected readonly sender = senderWords(this.mail);
  protected readonly size = sizeWords(this.mail.size);
  private readonly bytes = computed(() => (this.source.hasValue() ? this.source.value() : undefined));
  protected readonly isCut = computed(() => (this.bytes()?.byteLength ?? 0) > SHOWN);
  /** What is not UTF-8 is shown as far as it can be. */
  protected readonly text = computed(() => {
    const bytes = this.bytes();
    return bytes && new TextDecoder().decode(new Uint8Array(bytes, 0, Math.min(SHOWN, bytes.byteLength)));
  });
  protected readonly problem = computed(() => readableProblem(this.source.error()));
}
