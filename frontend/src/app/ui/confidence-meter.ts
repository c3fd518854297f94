import { ChangeDetectionStrategy, Component, booleanAttribute, computed, input } from '@angular/core';
import { confidencePercent, confidenceWord } from './confidence';

/** How sure the desk is: a short bar, the word and the number. `bare` leaves the bar out. */
@Component({
  selector: 'desk-confidence-meter',
  template: `
    @if (!bare()) {
      <span class="meter" aria-hidden="true"><i [style.width.%]="percent()"></i></span>
    }
    <span
      ><b>{{ word() }}</b> · {{ percent() }} %</span
    >
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
      white-space: nowrap;
    }

    b {
      color: var(--mat-sys-on-surface);
      font-weight: 600;
    }

    .meter {
      flex: none;
      width: 72px;
      height: 6px;
      overflow: hidden;
      border-radius: 3px;
      background: color-mix(in srgb, var(--mat-sys-tertiary) 22%, transparent);
    }

    i {
      display: block;
      height: 100%;
      border-radius: 3px;
      background: var(--mat-sys-tertiary);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfidenceMeter {
  /** Between 0 and 1. */
  readonly value = input.required<number>();
  readonly bare = input(false, { transform: booleanAttribute });
  protected readonly percent = computed(() => confidencePercent(this.value()));
  protected readonly word = computed(() => confidenceWord(this.value()));
}
