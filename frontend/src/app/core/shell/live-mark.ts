import { ChangeDetectionStrategy, Component, booleanAttribute, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { Live } from '../../api/live/live';
import { clockTime } from '../../ui/moment-words';

/** Whether what others do shows by itself: quiet while it does. Where room is short, `brief`: a sign, and only when it does not. */
@Component({
  selector: 'desk-live-mark',
  imports: [MatIcon, MatTooltip],
  template: `
    @switch (live.state()) {
      @case ('on') {
        @if (!brief()) {
          <span class="on" matTooltip="Changes appear by themselves"><i></i>Live</span>
        }
      }
      @case ('off') {
        <span class="off"><mat-icon class="icon-18" svgIcon="sync_problem" />{{ brief() ? '' : offWords() }}</span>
      }
    }
    <span class="sr" role="status">{{ live.state() === 'off' ? 'Live updates are off' : '' }}</span>
  `,
  styles: `
    :host {
      flex: none;
      color: var(--desk-quiet);
      font: var(--mat-sys-label-medium);
      white-space: nowrap;
    }

    // Nothing to see takes no room, and no gap.
    :host(.unseen) {
      position: absolute;
    }

    .on,
    .off {
      display: inline-flex;
      align-items: center;
      gap: 8px;
    }

    .off {
      gap: 6px;
      color: var(--desk-warning);
    }

    i {
      width: 8px;
      height: 8px;
      border-radius: 50%;
      background: var(--desk-success-fill);
    }
  `,
  host: { '[class.unseen]': "brief() && live.state() !== 'off'" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LiveMark {
  readonly brief = input(false, { transform: booleanAttribute });
  protected readonly live = inject(Live);
  protected readonly offWords = computed(() => {
    const asOf = this.live.asOf();
    return asOf === null ? 'Not live' : `Not live, as of ${clockTime(asOf)}`;
  });
}
