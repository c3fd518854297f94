import { ChangeDetectionStrategy, Component } from '@angular/core';

/** The mark of the desk: a list that ends in a check. */
@Component({
  selector: 'desk-mark',
  template: `
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2.75"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d="M4.5 6.5h15M4.5 12h9.5M4.5 17.5h4.5" />
      <path d="M14.2 17.2l2.1 2.1 4-4.4" stroke-linejoin="round" />
    </svg>
  `,
  styles: `
    :host {
      display: grid;
      place-items: center;
      width: 40px;
      height: 40px;
      border-radius: 12px;
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
    }

    svg {
      width: 24px;
      height: 24px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Mark {}
