import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Live } from '../../api/live/live';
import { Banner } from '../../ui/banner';
import { clockTime } from '../../ui/moment-words';
import { ListedTickets } from './listed-tickets';

/** Says that the list does not follow what others do, as long as it does not. */
@Component({
  selector: 'desk-live-off-banner',
  imports: [Banner, MatButton],
  template: `
    @if (live.state() === 'off') {
      <desk-banner kind="warning">
        <b>Live updates are off.</b>
        @if (asOf(); as time) {
          This list is as of {{ time }}.
        }
        <span class="more">Changes of others do not show until the connection is back.</span>
        <button matButton class="button-small more" type="button" (click)="used.emit(); listed.refresh()">
          Refresh once
        </button>
        <button matButton class="button-small" type="button" (click)="used.emit(); live.retry()">Try again</button>
      </desk-banner>
    }
  `,
  styles: `
    desk-banner {
      margin: 0 20px 8px;
    }

    // The button that refreshes stands above it.
    @media (max-width: 599px) {
      desk-banner {
        margin: 0 16px 8px;
      }

      .more {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LiveOffBanner {
  protected readonly listed = inject(ListedTickets);
  protected readonly live = inject(Live);

  /** The button that was used may go away: the focus needs another place. */
  readonly used = output();

  protected readonly asOf = computed(() => {
    const asOf = this.live.asOf();
    return asOf === null ? '' : clockTime(asOf);
  });
}
