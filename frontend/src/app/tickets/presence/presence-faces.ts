import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PersonPresent } from '../../api/model';
import { Avatar } from '../../ui/avatar';

/** More faces than this take too much room. */
const FACES_MAX = 3;

/** The faces of those who have a ticket open: a round dot for who looks, a square one for who changes it or writes. Words stand beside them. */
@Component({
  selector: 'desk-presence-faces',
  imports: [Avatar],
  template: `
    @for (person of faces(); track person.id) {
      <span class="face" [class.changing]="person.activity !== 'looking'">
        <desk-avatar decorative [person]="person.id" [name]="person.name" />
      </span>
    }
    @if (more() > 0) {
      <span class="more num">+{{ more() }}</span>
    }
  `,
  styles: `
    :host {
      --avatar-size: var(--faces-size, 24px);

      display: inline-flex;
      flex: none;
      align-items: center;
    }

    .face {
      position: relative;
      border-radius: 50%;
      box-shadow: 0 0 0 2px var(--faces-ground, var(--desk-pane));
      animation: come 150ms;
    }

    .face::after {
      content: '';
      position: absolute;
      z-index: 1;
      right: -2px;
      bottom: -2px;
      width: 8px;
      height: 8px;
      border-radius: 50%;
      background: var(--desk-success-fill);
      box-shadow: 0 0 0 1.5px var(--faces-ground, var(--desk-pane));
    }

    // Told apart by shape too.
    .face.changing::after {
      border-radius: 2px;
      background: var(--mat-sys-primary);
    }

    .more {
      margin-left: 4px;
      color: var(--desk-quiet);
      font: var(--mat-sys-label-small);
    }

    @keyframes come {
      from {
        opacity: 0;
      }
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PresenceFaces {
  readonly people = input.required<readonly PersonPresent[]>();

  /** Who changes it or writes first. */
  private readonly inOrder = computed(() => {
    const changes = (one: PersonPresent) => Number(one.activity !== 'looking');
    return [...this.people()].sort((one, other) => changes(other) - changes(one));
  });
  protected readonly faces = computed(() => this.inOrder().slice(0, FACES_MAX));
  protected readonly more = computed(() => this.people().length - this.faces().length);
}
