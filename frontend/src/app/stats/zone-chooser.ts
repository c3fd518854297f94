import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatDivider } from '@angular/material/divider';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { OF_THE_DESK } from './dashboard-choices';
import { allTimeZones, ownTimeZone, timeZoneWords } from './time-zones';

/** Says by whose days the dashboard counts, and lets the reader choose: their own, those of the desk, or of any time zone. */
@Component({
  selector: 'desk-zone-chooser',
  imports: [MatDivider, MatIcon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger],
  template: `
    <button
      type="button"
      class="chip"
      [attr.aria-label]="'Time zone of the days: ' + words()"
      [matMenuTriggerFor]="menu"
    >
      <mat-icon class="icon-18" svgIcon="public" />
      <span class="words">{{ words() }}</span>
      <mat-icon class="icon-18" svgIcon="keyboard_arrow_down" />
    </button>
    <mat-menu #menu="matMenu" class="desk-value-menu" aria-label="Time zone of the days">
      <ng-template matMenuContent>
        @for (choice of choices(); track choice.zone) {
          @if (choice.begins) {
            <mat-divider />
          }
          <button
            mat-menu-item
            role="menuitemradio"
            [attr.aria-checked]="choice.zone === chosen()"
            (click)="changed.emit(choice.zone)"
          >
            <span>{{ choice.words }}</span>
            @if (choice.zone === chosen()) {
              <span class="check"><mat-icon class="icon-18" svgIcon="check" /></span>
            }
          </button>
        }
      </ng-template>
    </mat-menu>
  `,
  styles: `
    :host {
      min-width: 0;
    }

    .chip {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      max-width: 100%;
      height: 32px;
      padding: 0 8px 0 10px;
      border: 0;
      border-radius: 8px;
      background: none;
      box-shadow: inset 0 0 0 1px var(--mat-sys-outline-variant);
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-label-large);
      letter-spacing: var(--mat-sys-label-large-tracking);
      white-space: nowrap;
      cursor: pointer;

      &:hover,
      &[aria-expanded='true'] {
        background: color-mix(in srgb, var(--mat-sys-on-surface) 6%, transparent);
      }
    }

    .words {
      overflow: hidden;
      text-overflow: ellipsis;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ZoneChooser {
  /** What was chosen: an IANA name or `OF_THE_DESK`. */
  readonly chosen = input.required<string>();
  /** The IANA name of the time zone whose days are shown; '' while that is not known. */
  readonly shown = input.required<string>();
  /** The moment for which its distance from UTC is told, in milliseconds. */
  readonly at = input.required<number>();
  readonly changed = output<string>();

  protected readonly words = computed(() => {
    if (this.chosen() !== OF_THE_DESK) return timeZoneWords(this.chosen(), this.at());
    return this.shown() === '' ? 'Of the desk' : timeZoneWords(this.shown(), this.at());
  });
  /** The reader's own first; made only when the menu opens. */
  protected readonly choices = computed(() => {
    const own = ownTimeZone();
    const words = (zone: string) => timeZoneWords(zone, this.at());
    return [
      { zone: own, words: `Yours: ${words(own)}`, begins: false },
      { zone: OF_THE_DESK, words: 'That of the desk', begins: false },
      ...allTimeZones()
        .filter((zone) => zone !== own)
        .map((zone, index) => ({ zone, words: words(zone), begins: index === 0 })),
    ];
  });
}
