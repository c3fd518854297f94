import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { IconName } from './icon-set';

const BARS: readonly IconName[] = ['signal_cellular_alt_1_bar', 'signal_cellular_alt_2_bar', 'signal_cellular_alt'];

/** One to three bars over a ghost of all three; always beside a word. */
@Component({
  selector: 'desk-signal-bars',
  imports: [MatIcon],
  template: `
    <mat-icon class="ghost" svgIcon="signal_cellular_alt" />
    <mat-icon [svgIcon]="icon()" />
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      flex: none;
      width: var(--tag-icon-size, 18px);
      height: var(--tag-icon-size, 18px);
    }

    .mat-icon {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
    }

    .ghost {
      opacity: 0.28;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignalBars {
  readonly level = input.required<1 | 2 | 3>();
  protected readonly icon = computed(() => BARS[this.level() - 1] ?? 'signal_cellular_alt');
}
