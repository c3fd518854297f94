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
import type { ValueOption } from '../../ui/vocabulary';
import { TicketNames } from '../ticket-names';

/** Two people gave one ticket different values of the same kind. */
export interface Conflict {
  id: number;
  mine: ValueOption;
  theirs: ValueOption;
  /** The number of the other person, when it is known. */
  by: number | null;
}

/** Shows both values side by side; the person picks. */
@Component({
  selector: 'desk-conflict-dialog',
  imports: [Avatar, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, Token, ValueTag],
  template: `
    <h2 mat-dialog-title tabindex="-1">Someone was faster</h2>
    <mat-dialog-content>
      @if (other(); as person) {
        <p class="who">
          <desk-avatar decorative [person]="person.id" [name]="person.name" />
          <span
            ><b>{{ person.name }}</b> changed the {{ conflict.mine.kind }} of ticket #{{ conflict.id }} while you
            did.</span
          >
        </p>
      } @else {
        <p>The {{ conflict.mine.kind }} of ticket #{{ conflict.id }} was changed while you did.</p>
      }
      <div class="values">
        <desk-token
          ><desk-value-tag [option]="conflict.theirs" /><span>, {{ other()?.first ?? 'theirs' }}</span></desk-token
        >
        <desk-token origin="you"><desk-value-tag [option]="conflict.mine" /><span>, you</span></desk-token>
      </div>
    </mat-dialog-content>
    <mat-dialog-actions>
      <button matButton="tonal" type="button" [mat-dialog-close]="true">Keep mine</button>
      <button matButton type="button" [mat-dialog-close]="false">
        Take {{ other() ? other()?.first + '’s' : 'theirs' }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    p {
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-medium);
    }

    b {
      color: var(--mat-sys-on-surface);
      font-weight: 600;
    }

    .who {
      display: flex;
      align-items: center;
      gap: 8px;
    }

    .values {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin: 16px 0;
    }

    // The word belongs to the tag before it.
    desk-token span {
      margin-left: -4px;
    }

    mat-dialog-actions {
      justify-content: flex-start;
      padding: 8px 24px 20px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConflictDialog {
  private readonly names = inject(TicketNames);
  protected readonly conflict = inject<Conflict>(MAT_DIALOG_DATA);

  protected readonly other = computed(() => {
    const id = this.conflict.by;
    if (id === null) return null;
    const name = this.names.person(id);
    return { id, name, first: name.split(' ')[0] };
  });
}
