import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { elementSize } from '../element-size';
import type { LineData } from './line-data';
import { layOut, nearestPlace } from './line-layout';
import { textOf } from './value-text';
import { placeAfterKey } from './reading-keys';

/** The space a tip needs to the right of its place. */
const TIP_SPACE = 160;
const DOT_RADIUS = { main: 4.5, beside: 4 };

/**
 * Lines over days or the like, drawn at the pixels they have. One place can be read exactly under the pointer,
 * under a finger, or with the arrow keys, where it is also read aloud.
 */
@Component({
  selector: 'desk-line-chart',
  templateUrl: './line-chart.html',
  styleUrl: './line-chart.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LineChart {
  readonly data = input.required<LineData>();

  private readonly size = elementSize();
  private readonly chosen = signal<number | null>(null);

  protected readonly chart = computed(() => {
    const { width, height } = this.size();
    if (width === 0 || height === 0) return null;
    const layout = layOut(this.data(), { width, height });
    const drawn = layout.series.map((one, index) => ({ ...one, index, radius: DOT_RADIUS[one.look] }));
    // The line the chart is about lies on top of the others.
    return { width, height, ...layout, layers: drawn.reverse(), newest: layout.points.at(-1) };
  });

  protected readonly last = computed(() => this.data().places.length - 1);
  protected readonly lastLabel = computed(() => this.data().places.at(-1)?.label);
  private readonly current = computed(() => Math.min(this.chosen() ?? this.last(), this.last()));
  protected readonly position = computed(() => {
    const place = this.current();
    return { place, words: this.data().places[place]?.words ?? '' };
  });

  /** The place being read, none while nobody points at one. */
  protected readonly reading = computed(() => {
    const { places, series, valueText } = this.data();
    const chart = this.chart();
    const place = this.current();
    const point = chart?.points[place];
    if (this.chosen() === null || !chart || !point) return null;
    const onLeft = point.x + TIP_SPACE > chart.width;
    return {
      ...point,
      tipLeft: onLeft ? null : point.x + 12,
      tipRight: onLeft ? chart.width - point.x + 12 : null,
      heading: places[place]?.heading,
      values: series.map(({ name, values }) => ({ name, text: textOf(values[place], valueText) })),
    };
  });

  protected point(event: PointerEvent): void {
    const chart = this.chart();
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    if (chart) this.chosen.set(nearestPlace(chart, event.clientX - box.left + chart.plot.left));
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
    const next = placeAfterKey(event.key, this.current(), this.last(), this.data().stride);
    if (next === null) return;
    this.chosen.set(next);
    event.preventDefault();
  }
}
