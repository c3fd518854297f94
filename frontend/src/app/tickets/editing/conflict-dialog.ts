import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { Avatar } from '../../ui/avatar';
import { Token } from '../../ui/token';
import { ValueTag } from '../../ui/value-tag';
import { TicketNames } from '../ticket-names';
import { type Conflict, isText } from './conflict';
import { conflictWords } from './conflict-words';

/** Shows both values side by side; the person picks. */
@Component({
  selector: 'desk-conflict-dialog',
  imports: [Avatar, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, Token, ValueTag],
  template: `
    @let it = words();
    <h2 mat-dialog-title tabindex="-1">{{ it.heading }}</h2>
    <mat-dialog-content>
      <p class="who">
        @if (other(); as person) {
          <desk-avatar decorative [person]="person.id" [name]="person.name" />
        }
        <span>
          @if (it.who) {
            <b>{{ it.who }}</b>
          }
          {{ it.what }}</span
        >
      </p>
      @if (texts(); as both) {
        <div class="texts">
          @for (text of both; track text.whose) {
            <section>
              <h3 class="l-medium">{{ text.whose }}</h3>
              <div
                class="text"
                dir="auto"
                tabindex="0"
                role="group"
                [attr.aria-label]="text.whose"
                [textContent]="text.value"
              ></div>
            </section>
          }
        </div>
      } @else if (values(); as both) {
        <div class="values">
          <desk-token
            ><desk-value-tag [option]="both.theirs" /><span>, {{ it.theirs }}</span></desk-token
          >
          <desk-token origin="you"
            ><desk-value-tag [option]="both.mine" /><span>, {{ it.mine }}</span></desk-token
          >
        </div>
      }
    </mat-dialog-content>
    <mat-dialog-actions>
      <button matButton="tonal" type="button" [mat-dialog-close]="true">{{ it.keep }}</button>
      <button matButton type="button" [mat-dialog-close]="false">{{ it.take }}</button>
    </mat-dialog-actions>
  `,
  styleUrl: './conflict-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConflictDialog {
  private readonly names = inject(TicketNames);
  protected readonly conflict = inject<Conflict>(MAT_DIALOG_DATA);

  /** Null when it is not known, or the person themselves. */
  protected readonly other = computed(() => {
    const by = this.conflict.by;
    if (by === null || by.id === this.names.me()) return null;
    return { id: by.id, name: this.names.person(by.id) };
  });
  protected readonly words = computed(() => conflictWords(this.conflict, this.names));
  protected readonly values = computed(() => {
    const { mine, theirs } = this.conflict;
    return isText(mine) || isText(theirs) ? null : { mine, theirs };
  });
  protected readonly texts = computed(() => {
    const { mine, theirs } = this.conflict;
    if (!isText(mine)) return null;
    const { theirs: whose } = this.words();
    return [
      { whose: capital(whose), value: theirs.value },
      { whose: 'What you have written here', value: mine.value },
    ];
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
