import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatAutocomplete, MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { MatIconButton } from '@angular/material/button';
import { MatOption } from '@angular/material/core';
import { MatError, MatFormField, MatHint, MatSuffix } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatTooltip } from '@angular/material/tooltip';
import { type Observable, catchError, of } from 'rxjs';
import { ContactsApi } from '../../api/contacts-api';
import type { Contact, Organisation } from '../../api/model';
import { foundByTyping } from '../../kit/forms/found-by-typing';
import { WRONG_WHEN_SAID, fieldMessage } from '../../ui/field-message';
import { fieldValue } from '../../ui/field-value';
import { isolated } from '../../ui/isolated';
import { type OrganisationEntry, organisationName } from './organisation-entry';

const LIMIT = 6;

/** Whom a contact belongs to: one that is found by name, a new one, or, while the field is empty, the one by domain. */
@Component({
  selector: 'desk-organisation-field',
  imports: [
    ...[MatAutocomplete, MatAutocompleteTrigger, MatError, MatFormField, MatHint, MatIcon, MatIconButton, MatInput],
    ...[MatOption, MatSuffix, MatTooltip, ReactiveFormsModule],
  ],
  templateUrl: './organisation-field.html',
  styleUrl: '../../tickets/requester/requester-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrganisationField {
  private readonly api = inject(ContactsApi);

  /** Its errors are sentences. */
  readonly control = input.required<FormControl<OrganisationEntry>>();
  /** The one that follows from the domains of the addresses, as they are saved. */
  readonly byDomain = input.required<Contact['organisation_by_domain']>();

  protected readonly matcher = WRONG_WHEN_SAID;
  protected readonly message = fieldMessage(this.control);
  protected readonly organisationName = organisationName;
  private readonly entry = fieldValue(this.control, '');
  protected readonly chosen = computed(() => typeof this.entry() !== 'string');
  /** Null while it could not be had. */
  private readonly looked = foundByTyping<readonly Organisation[] | null>(this.entry, [], (text) => this.lookFor(text));
  protected readonly found = computed(() => this.looked.answer().found ?? []);
  /** A new one, once it is known that none has the name. */
  protected readonly fresh = computed(() => {
    const [name, { text, found }] = [this.looked.typed(), this.looked.answer()];
    if (name === '' || text !== name || !found || found.some((one) => isSame(one.name, name))) return null;
    return { id: null, name };
  });
  /** Which of the ways holds now. */
  protected readonly hint = computed(() => {
    const [entry, byDomain] = [this.entry(), this.byDomain()];
    if (typeof entry !== 'string') return entry.id === null ? 'New, made when you save' : 'Chosen by hand';
    if (entry.trim() !== '') return '';
    if (byDomain) return `By its domain ${byDomain.domain}: ${isolated(byDomain.name)}`;
    return 'Left to the domain of the addresses, which no organisation has';
  });

  protected leaveToDomain(box: HTMLInputElement): void {
    this.control().setValue('');
    this.control().markAsDirty();
    box.focus();
  }

  private lookFor(text: string): Observable<readonly Organisation[] | null> {
    // The next letter asks again.
    return this.api.findOrganisations(text, LIMIT).pipe(catchError(() => of(null)));
  }
}

function isSame(one: string, other: string): boolean {
  return one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0;
}
