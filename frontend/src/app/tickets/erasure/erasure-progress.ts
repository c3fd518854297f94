import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { ContactsApi } from '../../api/contacts-api';
import { readableProblem } from '../../api/problem-error';
import { registerIcons } from '../../ui/icons';
import { TryAgain } from '../../ui/try-again';
import { ERASURE_ICONS } from './erasure-icon-set';
import { erasureWords } from './erasure-words';

/** How far somebody is erased, until it is done and afterwards; nothing where nobody asked for it. For admins. */
@Component({
  selector: 'desk-erasure-progress',
  imports: [MatIcon, TryAgain],
  template: `
    @if (words(); as said) {
      <p class="small quiet" role="status"><mat-icon class="icon-18" svgIcon="ink_eraser" />{{ said }}</p>
    } @else if (problem(); as failed) {
      <p class="small" role="status">
        How far they are erased could not be read. <desk-try-again [failed]="failed" (again)="read.reload()" />
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      gap: 8px;
      padding-block: 4px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ErasureProgress {
  readonly contact = input.required<number>();

  protected readonly read = inject(ContactsApi).erasureOf(this.contact);
  protected readonly problem = computed(() => readableProblem(this.read.error()));
  protected readonly words = computed(() => {
    const erasure = this.read.hasValue() ? this.read.value().erasure : null;
    return erasure && erasureWords(erasure);
  });

  constructor() {
    registerIcons(ERASURE_ICONS);
  }
}
