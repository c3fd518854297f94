import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Banner } from '../../ui/banner';

/** Names what of the address a list does not honour, and offers to take it out. */
@Component({
  selector: 'desk-ignored-banner',
  imports: [Banner, MatButton],
  template: `
    @if (words().length > 0) {
      <desk-banner>
        The address asks for what this list does not have. It ignores {{ words().join(', ') }}.
        <button matButton class="button-small" type="button" (click)="removed.emit()">Remove</button>
      </desk-banner>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    desk-banner {
      margin: 0 20px 12px;
    }

    @media (max-width: 599px) {
      desk-banner {
        margin: 0 16px 8px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IgnoredBanner {
  /** Each as `Address.besides` gives it. */
  readonly words = input.required<readonly string[]>();
  readonly removed = output();
}
