import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';

/** Who a value comes from: the desk's proposal, a person's decision, or neither. */
export type Origin = 'desk' | 'you' | 'default';

/** A small frame around a tag: dashed for a proposal, solid for a person, plain otherwise. */
@Component({
  selector: 'desk-token',
  template: `<ng-content />`,
  styleUrl: './token.scss',
  host: { '[class]': 'origin()', '[class.out]': 'out()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Token {
  readonly origin = input<Origin>('default');
  /** The proposal was not taken: struck through. */
  readonly out = input(false, { transform: booleanAttribute });
}
