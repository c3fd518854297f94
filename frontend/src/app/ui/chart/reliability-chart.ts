import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { elementSize } from '../element-size';
import { type ReliabilityPoint, layOutReliability } from './reliability-layout';

/** How right suggestions were beside how sure they were, with 95 % intervals; drawn at the pixels it has. */
@Component({
  selector: 'desk-reliability-chart',
  template: `
    @if (chart(); as it) {
      <svg [attr.width]="size().width" [attr.height]="size().height" role="img" [attr.aria-label]="summary()">
        @for (word of it.words; track word.text) {
          @if (word.text === 'Fairly sure') {
            <rect
              class="middle"
              [attr.x]="word.start"
              [attr.y]="it.plot.top"
              [attr.width]="word.width"
              [attr.height]="it.plot.bottom - it.plot.top"
            />
          }
        }
        @for (tick of it.ticksY; track tick.text) {
          <line class="grid" [attr.x1]="it.plot.left" [attr.x2]="it.plot.right" [attr.y1]="tick.y" [attr.y2]="tick.y" />
          <text [attr.x]="it.plot.left - 8" [attr.y]="tick.y + 4" text-anchor="end">{{ tick.text }}</text>
        }
        @for (tick of it.ticksX; track tick.text) {
          <text [attr.x]="tick.x" [attr.y]="it.plot.bottom + 18" text-anchor="middle">{{ tick.text }}</text>
        }
        @for (word of it.words; track word.text) {
          <text class="word" [attr.x]="word.middle" [attr.y]="it.plot.bottom + 37" text-anchor="middle">
            {{ word.text }}
          </text>
        }
        <line
          class="diagonal"
          [attr.x1]="it.diagonal.x1"
          [attr.y1]="it.diagonal.y1"
          [attr.x2]="it.diagonal.x2"
          [attr.y2]="it.diagonal.y2"
        />
        <text [attr.x]="it.plot.right - 6" [attr.y]="it.plot.bottom - 12" text-anchor="end">
          dashed: as right as it is sure
        </text>
        @for (dot of it.dots; track $index) {
          <path class="whisker" [attr.d]="dot.whisker" />
        }
        <path class="main-line" [attr.d]="it.line" />
        @for (dot of it.dots; track $index) {
          <circle class="main-dot" [attr.cx]="dot.x" [attr.cy]="dot.y" [attr.r]="dot.radius" />
        }
      </svg>
    }
  `,
  styleUrl: './reliability-chart.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReliabilityChart {
  readonly points = input.required<readonly ReliabilityPoint[]>();
  /** For those who cannot see it. */
  readonly summary = input.required<string>();

  protected readonly size = elementSize();
  protected readonly chart = computed(() => {
    const size = this.size();
    return size.width === 0 || size.height === 0 ? null : layOutReliability(this.points(), size);
  });
}
