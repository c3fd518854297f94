import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Notifications } from '../../core/notifications';

/** What somebody was writing about a ticket that is not there any more: it can be taken along. */
@Component({
  selector: 'desk-kept-text',
  imports: [MatButton],
  template: `
    <h3 class="t-small">What you were writing</h3>
    <div class="text" dir="auto" tabindex="0" role="group" aria-label="What you were writing">
      @if (title(); as heading) {
        <b>{{ heading }}</b>
      }
      <p>{{ text() }}</p>
    </div>
    <button matButton="tonal" type="button" (click)="copy()">Copy it</button>
  `,
  styleUrl: './kept-text.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeptText {
  readonly title = input('');
  readonly text = input.required<string>();

  private readonly clipboard = inject(Clipboard);
  private readonly notifications = inject(Notifications);

  protected copy(): void {
    const copied = this.clipboard.copy([this.title(), this.text()].filter((words) => words !== '').join('\n\n'));
    this.notifications.show(copied ? 'What you were writing is copied' : 'This browser does not copy. Select the text');
  }
}
