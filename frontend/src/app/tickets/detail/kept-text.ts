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
  styleUrl: './kept-text.scss',
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
