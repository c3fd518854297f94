import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';

/** What changed in a list by the doing of others and is not on screen yet: one press shows it. */
@Component({
  selector: 'desk-list-changes',
  imports: [MatIcon],
  template: `
    @if (words(); as changes) {
      <button class="on-inverse num" type="button" [attr.aria-label]="'Refresh: ' + changes" (click)="show()">
        <mat-icon class="icon-18" svgIcon="arrow_upward" />{{ changes }}
      </button>
    }
    <span class="sr" role="status">{{ words() && words() + ' in this list' }}</span>
  `,
  styles: `
    :host {
      display: contents;
    }

    button {
      display: inline-flex;
      flex: none;
      align-items: center;
      gap: 6px;
      height: 32px;
      padding: 0 12px 0 8px;
      border: 0;
      border-radius: var(--mat-sys-corner-full);
      background: var(--mat-sys-inverse-surface);
      color: var(--mat-sys-inverse-on-surface);
      font: var(--mat-sys-label-large);
      white-space: nowrap;
      cursor: pointer;

      mat-icon {
        color: var(--mat-sys-inverse-primary);
      }

      &:focus-visible {
        outline: 2px solid var(--mat-sys-primary);
        outline-offset: 2px;
      }
    }

    // Above the rows: in the head it would take a line of its own, and they would move.
    @media (max-width: 599px) {
      button {
        position: fixed;
        z-index: 4;
        bottom: 96px;
        left: 50%;
        box-shadow: var(--mat-sys-level2);
        translate: -50%;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListChanges {
  readonly following = input.required<{ readonly words: () => string; show(): void }>();
  /** The button goes away: the focus needs another place. */
  readonly used = output();
  protected readonly words = computed(() => this.following().words());

  protected show(): void {
    this.used.emit();
    this.following().show();
  }
}
