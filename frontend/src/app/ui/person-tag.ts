import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';
import { Avatar } from './avatar';

/** Picture and name of a person. */
@Component({
  selector: 'desk-person-tag',
  imports: [Avatar],
  template: `
    <desk-avatar [person]="person()" [name]="name()" [decorative]="!faceOnly()" />
    @if (!faceOnly()) {
      <span class="word" dir="auto">{{ label() ?? name() }}</span>
    }
  `,
  styleUrl: './tag.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonTag {
  /** Null for nobody. */
  readonly person = input.required<number | null>();
  readonly name = input.required<string>();
  /** What to call them here, when it is not their name. */
  readonly label = input<string>();
  readonly faceOnly = input(false, { transform: booleanAttribute });
}
