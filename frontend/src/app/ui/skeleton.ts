import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A grey bar in the shape of what is coming; appears after 200 ms so that a quick answer shows none. */
@Component({
  selector: 'desk-skeleton',
  template: '',
  styles: `
    :host {
      display: block;
      width: var(--skeleton-width, 100%);
      height: var(--skeleton-height, 12px);
      border-radius: 6px;
      background: color-mix(in srgb, var(--mat-sys-on-surface) 10%, transparent);
      animation: appear 150ms 200ms backwards;
    }

    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  `,
  host: {
    'aria-hidden': 'true',
    '[style.--skeleton-width]': 'width()',
    '[style.--skeleton-height]': 'height()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Skeleton {
  /** Any CSS length. */
  readonly width = input('100%');
  readonly height = input('12px');
}
