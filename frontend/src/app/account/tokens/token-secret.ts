import { Clipboard } from '@angular/cdk/clipboard';
import { DOCUMENT, ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { BASE_PATH } from '../../api/base-path';
import type { CreatedApiToken } from '../../api/model';
import { registerIcons } from '../../ui/icons';
import { ACCOUNT_ICONS } from '../account-icon-set';
import { curlExample } from './scope-words';

/** The secret of a token that was just made, to copy, with a way to try it. */
@Component({
  selector: 'desk-token-secret',
  imports: [MatButton, MatIcon],
  template: `
    <p class="note">Copy the token now. It will not be shown again.</p>
    @for (part of parts(); track part.label) {
      <div>
        <div class="head">
          <h3 class="field-label">{{ part.label }}</h3>
          <button
            matButton
            class="button-small"
            type="button"
            [attr.aria-label]="part.copy"
            (click)="copy(part.text, part.label)"
          >
            <mat-icon [svgIcon]="copied() === part.label ? 'check' : 'content_copy'" />
            {{ copied() === part.label ? 'Copied' : 'Copy' }}
          </button>
        </div>
        <code tabindex="0" [attr.aria-label]="part.label">{{ part.text }}</code>
      </div>
    }
    <p class="sr" role="status">{{ said() }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }

    .note {
      padding: 10px 16px;
      border-radius: 12px;
      background: var(--desk-warning-container);
      color: var(--desk-on-warning-container);
      font: var(--mat-sys-body-medium);
    }

    .head {
      display: flex;
      align-items: center;
      justify-content: space-between;
    }

    h3 {
      margin: 0;
    }

    code {
      display: block;
      padding: 12px 16px;
      border-radius: 8px;
      line-height: 20px;
      overflow-wrap: anywhere;
      user-select: all;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TokenSecret {
  private readonly clipboard = inject(Clipboard);
  private readonly document = inject(DOCUMENT);
  private readonly basePath = inject(BASE_PATH);

  readonly created = input.required<CreatedApiToken>();

  protected readonly copied = signal<string | null>(null);
  protected readonly said = signal('');
  protected readonly parts = computed(() => {
    const { secret, token } = this.created();
    return [
      { label: 'Token', copy: 'Copy the token', text: secret },
      {
        label: 'Try it',
        copy: 'Copy the example',
        text: curlExample(this.document.location.origin + this.basePath, secret, token.scopes),
      },
    ];
  });

  constructor() {
    registerIcons(ACCOUNT_ICONS);
  }

  protected copy(text: string, label: string): void {
    const done = this.clipboard.copy(text);
    this.copied.set(done ? label : null);
    this.said.set(done ? 'Copied' : 'Copying did not work. Select the text and copy it yourself.');
  }
}
