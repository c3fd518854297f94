import { ChangeDetectionStrategy, Component, booleanAttribute, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { initials } from './initials';

/** As many colour pairs as the theme has. */
const COLOURS = 6;

/** A person as two letters on a colour of their own; nobody is an outlined place to add someone. */
@Component({
  selector: 'desk-avatar',
  imports: [MatIcon],
  template: `
    @if (person() === null) {
      <mat-icon svgIcon="person_add" />
    }
  `,
  styles: `
    // The place it stands in may set --avatar-size.
    :host {
      display: grid;
      flex: none;
      place-items: center;
      width: var(--avatar-size, 28px);
      height: var(--avatar-size, 28px);
      border-radius: 50%;
      background: var(--avatar-ground);
      color: var(--avatar-ink);
      font: var(--mat-sys-label-small);
      font-size: calc(var(--avatar-size, 28px) / 4 + 4px);
      font-weight: 600;
      line-height: 1;
      letter-spacing: 0.01em;
      user-select: none;
    }

    // A picture, not words: what holds it is called by the name alone.
    :host(:not(.nobody))::before {
      content: attr(data-letters) / '';
    }

    :host(.nobody) {
      box-shadow: inset 0 0 0 1.5px var(--mat-sys-outline-variant);
      color: var(--desk-quiet);
    }

    .mat-icon {
      width: 57%;
      height: 57%;
    }
  `,
  host: {
    role: 'img',
    '[attr.aria-label]': 'decorative() ? null : name()',
    '[attr.aria-hidden]': 'decorative() || null',
    '[attr.title]': 'decorative() ? null : name()',
    '[attr.data-letters]': 'person() === null ? null : letters()',
    '[class.nobody]': 'person() === null',
    '[style.--avatar-ground]': "colour() && 'var(--desk-avatar-' + colour() + ')'",
    '[style.--avatar-ink]': "colour() && 'var(--desk-on-avatar-' + colour() + ')'",
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Avatar {
  /** The person's number, which gives the colour; null for nobody. */
  readonly person = input.required<number | null>();
  /** What it stands for: a name, or "Unassigned". */
  readonly name = input.required<string>();
  /** The name stands beside it, or is said by what holds it. */
  readonly decorative = input(false, { transform: booleanAttribute });

  protected readonly letters = computed(() => initials(this.name()));
  protected readonly colour = computed(() => {
    const person = this.person();
    return person === null ? null : 1 + (Math.abs(person - 1) % COLOURS);
  });
}
