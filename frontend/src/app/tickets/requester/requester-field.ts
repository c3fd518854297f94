import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  booleanAttribute,
  computed,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatAutocomplete, MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { MatOption } from '@angular/material/core';
import { MatError, MatFormField, MatHint } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { type Observable, catchError, map, of } from 'rxjs';
import { ContactsApi } from '../../api/contacts-api';
import type { Contact, ContactCard } from '../../api/model';
import { foundByTyping } from '../../kit/forms/found-by-typing';
import { WRONG_WHEN_SAID, fieldMessage } from '../../ui/field-message';
import { fieldValue } from '../../ui/field-value';
import { type RequesterEntry, entryText, readTyped } from './requester-entry';

const LIMIT = 6;

let ids = 0;

/** Who asks: somebody found by name or address, or somebody new by an address, unless it has to be somebody known. */
@Component({
  selector: 'desk-requester-field',
  imports: [
    MatAutocomplete,
    MatAutocompleteTrigger,
    MatError,
    MatFormField,
    MatHint,
    MatIcon,
    MatInput,
    MatOption,
    ReactiveFormsModule,
  ],
  templateUrl: './requester-field.html',
  styleUrl: './requester-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequesterField {
  private readonly api = inject(ContactsApi);

  /** Its errors are sentences. */
  readonly control = input.required<FormControl<RequesterEntry>>();
  readonly label = input('Requester');
  readonly knownOnly = input(false, { transform: booleanAttribute });
  readonly optional = input(false, { transform: booleanAttribute });
  readonly readonly = input(false);

  protected readonly id = `desk-requester-field-${ids++}`;
  protected readonly matcher = WRONG_WHEN_SAID;
  protected readonly message = fieldMessage(this.control);
  protected readonly entryText = entryText;
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  private readonly looked = foundByTyping<readonly ContactCard[]>(fieldValue(this.control, ''), [], (text) =>
    this.lookFor(text),
  );
  protected readonly found = computed(() => this.looked.answer().found);
  /** Somebody new, once it is known that nobody has the address. */
  protected readonly fresh = computed(() => {
    const [text, answer] = [this.looked.typed(), this.looked.answer()];
    const typed = readTyped(text);
    if (this.knownOnly() || !typed || answer.text !== text) return null;
    const isKnown = answer.found.some(({ address }) => address?.toLowerCase() === typed.address.toLowerCase());
    return isKnown ? null : { text, words: typed.name === '' ? typed.address : `${typed.name}, ${typed.address}` };
  });

  focus(): void {
    this.box().nativeElement.focus();
  }

  private lookFor(text: string): Observable<readonly ContactCard[]> {
    const words = readTyped(text)?.address ?? text;
    return this.api.find(words, LIMIT).pipe(
      map((contacts) => contacts.map((contact) => card(contact, words))),
      // An address can be written without it.
      catchError(() => of([])),
    );
  }
}

/** Who was found by one of several addresses is shown with that one. */
function card({ id, name, addresses, organisation }: Contact, words: string): ContactCard {
  const like = addresses.find((address) => address.toLowerCase().includes(words.toLowerCase()));
  return { id, name, address: like ?? addresses[0] ?? null, organisation };
}
