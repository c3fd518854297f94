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
  styleUrl: './list-changes.scss',
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
