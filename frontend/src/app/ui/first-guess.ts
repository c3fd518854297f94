import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Stands where a number would, while nothing has been measured that could stand behind one. */
@Component({
  selector: 'desk-first-guess',
  template: 'A first guess',
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      height: 20px;
      padding: 0 8px;
      border: 1px dashed var(--mat-sys-tertiary);
      border-radius: 6px;
      color: var(--mat-sys-on-tertiary-container);
      font: var(--mat-sys-label-medium);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FirstGuess {}
