import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { ContactsApi } from '../../api/contacts-api';
import type { ContactCard } from '../../api/model';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { registerIcons } from '../../ui/icons';
import { ERASURE_ICONS } from './erasure-icon-set';
import type { Removal } from './removal-dialog';

/** What an admin may do with all that the desk keeps of a person: take it out, or erase it. */
@Component({
  selector: 'desk-person-menu',
  imports: [MatIcon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <button
      matIconButton
      class="icon-button-small"
      type="button"
      [attr.aria-label]="'More about ' + person().name"
      [matMenuTriggerFor]="more"
    >
      <mat-icon svgIcon="more_horiz" />
    </button>
    <mat-menu #more="matMenu" xPosition="before">
      <a mat-menu-item download [href]="address()"><mat-icon svgIcon="download" />Export what is kept of them</a>
      <button mat-menu-item type="button" (click)="erase()"><mat-icon svgIcon="ink_eraser" />Erase this person…</button>
    </mat-menu>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonMenu {
  private readonly api = inject(ContactsApi);
  private readonly dialogs = inject(Dialogs);

  readonly person = input.required<Pick<ContactCard, 'id' | 'name'>>();
  /** Nothing is known of them any more. */
  readonly erased = output();

  protected readonly address = computed(() => this.api.exportOf(this.person().id));

  constructor() {
    registerIcons(ERASURE_ICONS);
  }

  protected async erase(): Promise<void> {
    const { RemovalDialog } = await import('./removal-dialog');
    const { id, name } = this.person();
    const removal: Removal = {
      title: `Erase ${name}?`,
      consequences: [
        'Their name, their addresses and what is noted of them go at once. In their tickets all that was said goes too, with files and ' +
          'mails; elsewhere what they wrote.',
        'The tickets stay, without words. Nobody can take this back: export first what has to be handed out.',
      ],
      action: 'Erase for good',
      failing: 'Nobody was erased.',
      saving: 'Erasing',
      call: (reason) => this.api.erase(id, reason),
    };
    this.dialogs.form<unknown, true>(RemovalDialog, removal, '480px').subscribe(() => this.erased.emit());
  }
}
