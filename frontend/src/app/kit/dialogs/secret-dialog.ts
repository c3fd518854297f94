import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';

/** Something that is told only once. */
export interface Secret {
  heading: string;
  /** What it is: "One-time password". */
  label: string;
  value: string;
  /** What to do with it, a sentence each. */
  explanation: readonly string[];
}

/** Shows a secret once, to be copied. */
@Component({
  selector: 'desk-secret-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, MatIcon],
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ secret.heading }}</h2>
    <mat-dialog-content>
      <div>
        <div class="field-label" id="secret-label">{{ secret.label }}</div>
        <div class="secret">
          <code aria-labelledby="secret-label">{{ secret.value }}</code>
          <button matButton="tonal" class="button-small" type="button" (click)="copy()">
            <mat-icon [svgIcon]="copied() === true ? 'check' : 'content_copy'" />
            {{ copied() === true ? 'Copied' : 'Copy' }}
          </button>
        </div>
        <p class="small" role="status">
          @if (copied() === false) {
            This browser does not let the page copy. Select the text instead.
          } @else if (copied()) {
            <span class="sr">Copied</span>
          }
        </p>
      </div>
      @for (sentence of secret.explanation; track $index) {
        <p>{{ sentence }}</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions>
      <button matButton="filled" type="button" mat-dialog-close>Done</button>
    </mat-dialog-actions>
  `,
  styleUrls: ['./dialog.scss', './dialog-actions.scss'],
  styles: `
    .secret {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
      padding: 8px 8px 8px 16px;
      border-radius: 8px;
      background: var(--desk-sunken);
    }

    code {
      padding: 0;
      background: none;
      color: var(--mat-sys-on-surface);
      font-size: 16px;
      line-height: 24px;
      overflow-wrap: anywhere;
      user-select: all;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecretDialog {
  private readonly clipboard = inject(Clipboard);
  protected readonly secret = inject<Secret>(MAT_DIALOG_DATA);
  /** Null before the first try. */
  protected readonly copied = signal<boolean | null>(null);

  protected copy(): void {
    this.copied.set(this.clipboard.copy(this.secret.value));
  }
}
