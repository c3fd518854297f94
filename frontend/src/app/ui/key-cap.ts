import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';

/** A key as printed on it. Beside a word that already says it all, make it `decorative`: it is not read aloud. */
@Component({
  selector: 'desk-key-cap',
  template: `<kbd><ng-content /></kbd>`,
  styleUrl: './key-cap.scss',
  host: { '[attr.aria-hidden]': 'decorative() || null' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeyCap {
  readonly decorative = input(false, { transform: booleanAttribute });
}
