import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { QualityShare } from '../../api/admin-model';
import { intervalWords, percentNumber } from '../../ui/numbers';
import { Skeleton } from '../../ui/skeleton';

const UNKNOWN = { share: null, low: null, high: null };

/** A share with its 95 % interval on a piece of the scale. Without a share it keeps the place for it. */
@Component({
  selector: 'desk-rate-card',
  imports: [Skeleton],
  template: `
    <h2 class="l-large">{{ heading() }}</h2>
    @if (share(); as it) {
      <p class="t-display num">
        {{ number() }}
        @if (it.share !== null) {
          <span class="unit">%</span>
        }
      </p>
      <p class="words small">{{ words() }}</p>
      @if (range(); as place) {
        <div class="range" aria-hidden="true">
          <span class="interval" [style.left.%]="place.low" [style.width.%]="place.width"></span>
          <span class="point" [style.left.%]="place.at"></span>
        </div>
        <p class="caption small num">
          <span aria-hidden="true">{{ place.from }}&nbsp;%</span>
          <span><span class="sr">95 % interval </span>{{ interval() }}</span>
          <span aria-hidden="true">{{ place.to }}&nbsp;%</span>
        </p>
      }
    } @else {
      <desk-skeleton class="number" width="112px" height="32px" />
      <desk-skeleton class="line" width="144px" />
    }
  `,
  styleUrl: './rate-card.scss',
  host: { class: 'pane' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RateCard {
  readonly heading = input.required<string>();
  /** Undefined while it is loading. */
  readonly share = input.required<QualityShare | undefined>();
  /** What is counted: "694 of 798 kept as suggested". */
  readonly words = input('');
  /** Whether the good end is 0: the scale begins there. */
  readonly low = input(false);

  protected readonly number = computed(() => percentNumber((this.share() ?? UNKNOWN).share));
  protected readonly interval = computed(() => intervalWords(this.share() ?? UNKNOWN));
  /** The scale shows 40 points around the good end, and all of it when that is not enough. */
  protected readonly range = computed(() => {
    const { share, low, high } = this.share() ?? UNKNOWN;
    if (share === null || low === null || high === null) return null;
    const fits = this.low() ? high <= 0.4 : low >= 0.6;
    const [from, to] = fits ? (this.low() ? [0, 40] : [60, 100]) : [0, 100];
    const place = (value: number) => (100 * (value * 100 - from)) / (to - from);
    return { from, to, at: place(share), low: place(low), width: place(high) - place(low) };
  });
}
