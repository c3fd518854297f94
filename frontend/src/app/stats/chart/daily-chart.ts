import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { elementSize } from '../../ui/chart/element-size';
import { dayAfterKey } from '../../ui/chart/reading-keys';
import { countText } from '../../ui/numbers';
import { type Day, chartInWords, dayHeading, dayInWords } from '../days';
import { layOut, nearestDay } from './chart-layout';

/** The space a tip needs to the right of its day. */
const TIP_SPACE = 160;

/**
 * Created and resolved tickets per day, drawn at the pixels it has. One day can be read exactly under the pointer,
 * under a finger, or with the arrow keys, where it is also read aloud.
 */
@Component({
  selector: 'desk-daily-chart',
  templateUrl: './daily-chart.html',
  styleUrl: './daily-chart.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DailyChart {
  /** Oldest first, the last one today; at least one. */
  readonly days = input.required<readonly Day[]>();

  private readonly size = elementSize();
  private readonly chosen = signal<number | null>(null);

  protected readonly summary = computed(() => chartInWords(this.days()));

  protected readonly chart = computed(() => {
    const { width, height } = this.size();
    return width > 0 && height > 0 ? { width, height, ...layOut(this.days(), { width, height }) } : null;
  });

  protected readonly lastDay = computed(() => this.days().length - 1);
  private readonly current = computed(() => Math.min(this.chosen() ?? this.lastDay(), this.lastDay()));
  protected readonly position = computed(() => {
    const day = this.days()[this.current()];
    return { index: this.current(), words: day ? dayInWords(day) : '' };
  });

  /** The day being read, none while nobody points at one. */
  protected readonly reading = computed(() => {
    const chart = this.chart();
    const day = this.days()[this.current()];
    const point = chart?.points[this.current()];
    if (this.chosen() === null || !chart || !day || !point) return null;
    const onLeft = point.x + TIP_SPACE > chart.width;
    return {
      ...point,
      tipLeft: onLeft ? null : point.x + 12,
      tipRight: onLeft ? chart.width - point.x + 12 : null,
      heading: dayHeading(day),
      createdText: countText(day.created),
      resolvedText: countText(day.resolved),
    };
  });

  protected point(event: PointerEvent): void {
    const chart = this.chart();
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    if (chart) this.chosen.set(nearestDay(chart, event.clientX - box.left + chart.plot.left));
  }

  /** A finger lifts where it pointed; what it chose stays to be read. */
  protected leave(event: PointerEvent): void {
    if (event.pointerType === 'mouse') this.chosen.set(null);
  }

  protected start(): void {
    this.chosen.set(this.current());
  }

  protected stop(): void {
    this.chosen.set(null);
  }

  protected move(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.chosen() !== null) {
      this.stop();
      event.preventDefault();
      return;
    }
    const next = dayAfterKey(event.key, this.current(), this.lastDay());
    if (next === null) return;
    this.chosen.set(next);
    event.preventDefault();
  }
}
