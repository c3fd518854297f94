import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { initials } from './initials';

/** A customer as two letters on a rounded square: the people of the desk are circles. The name stands beside it. */
@Component({
  selector: 'desk-customer-face',
  template: ``,
  styles: `
    // The place it stands in may set --avatar-size.
    :host {
      display: grid;
      flex: none;
      place-items: center;
      width: var(--avatar-size, 28px);
      height: var(--avatar-size, 28px);
      border-radius: calc(var(--avatar-size, 28px) * 0.28);
      background: var(--mat-sys-surface-container-high);
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-label-small);
      font-size: calc(var(--avatar-size, 28px) / 4 + 4px);
      font-weight: 600;
      line-height: 1;
      letter-spacing: 0.01em;
      user-select: none;
    }

    :host::before {
      content: attr(data-letters) / '';
    }
  `,
  host: { 'aria-hidden': 'true', '[attr.data-letters]': 'letters()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CustomerFace {
  readonly name = input.required<string>();
  protected readonly letters = computed(() => initials(this.name()));
}
