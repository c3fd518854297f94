import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Notifications } from '../../core/notifications';
import type { Texts } from '../editing/text-drafts';

/** What somebody was writing about a ticket that is not there any more: it can be taken along. */
@Component({
  selector: 'desk-kept-text',
  imports: [MatButton],
  template: `
    <h3 class="t-small">What you were writing</h3>
    <div class="text" dir="auto" tabindex="0" role="group" aria-label="What you were writing">
      <b>{{ texts().title }}</b>
      <p>{{ texts().description }}</p>
    </div>
    <button matButton="tonal" type="button" (click)="copy()">Copy it</button>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: 12px;
      width: 100%;
      max-width: 640px;
      margin: 0 auto;
      text-align: start;
    }

    .text {
      width: 100%;
      max-height: 40dvh;
      padding: 8px 12px;
      overflow: auto;
      box-sizing: border-box;
      border-radius: 8px;
      background: var(--desk-sunken);
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-body-medium);
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeptText {
  readonly texts = input.required<Texts>();

  private readonly clipboard = inject(Clipboard);
  private readonly notifications = inject(Notifications);

  protected copy(): void {
    const { title, description } = this.texts();
    const copied = this.clipboard.copy(`${title}\n\n${description}`);
    this.notifications.show(copied ? 'What you were writing is copied' : 'This browser does not copy. Select the text');
  }
}
