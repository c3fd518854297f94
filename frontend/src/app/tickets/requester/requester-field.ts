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
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatAutocomplete, MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { MatOption } from '@angular/material/core';
import { MatError, MatFormField, MatHint } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { type Observable, catchError, map, of, startWith, switchMap, timer } from 'rxjs';
import { ContactsApi } from '../../api/contacts-api';
import type { Contact, ContactCard } from '../../api/model';
import { WRONG_WHEN_SAID, fieldMessage } from '../../ui/field-message';
import { type RequesterEntry, entryText, readTyped } from './requester-entry';

/** Nobody is looked for before the typing rests. */
export const FIND_MS = 200;
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

  private readonly entry = toSignal(
    toObservable(this.control).pipe(switchMap((control) => control.valueChanges.pipe(startWith(control.value)))),
    { initialValue: '' },
  );
  private readonly typed = computed(() => {
    const entry = this.entry();
    return typeof entry === 'string' ? entry.trim() : '';
  });
  /** The last answer, and what it answers. */
  private readonly answer = toSignal(
    toObservable(this.typed).pipe(switchMap((text) => this.lookFor(text).pipe(map((found) => ({ text, found }))))),
    { initialValue: { text: '', found: [] } },
  );
  protected readonly found = computed(() => this.answer().found);
  /** Somebody new, once it is known that nobody has the address. */
  protected readonly fresh = computed(() => {
    const [text, answer] = [this.typed(), this.answer()];
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
    if (words === '') return of([]);
    return timer(FIND_MS).pipe(
      switchMap(() => this.api.find(words, LIMIT)),
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
