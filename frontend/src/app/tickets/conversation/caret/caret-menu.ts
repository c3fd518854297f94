import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { MatIcon } from '@angular/material/icon';
import { type Observable, catchError, map, of, switchMap } from 'rxjs';
import { Avatar } from '../../../ui/avatar';
import { isComposing } from '../../../ui/composing';
import { counted } from '../../../ui/count-words';
import { KeyCap } from '../../../ui/key-cap';
import type { CaretField } from './caret-field';

/** As many as are looked at without scrolling. */
export const SHOWN = 6;

/** Something that can stand in the place of what is typed. */
export interface CaretOption {
  readonly id: number;
  readonly name: string;
  readonly line: string;
  /** Whose face stands before it; left out where it is nobody. */
  readonly person?: number;
  /** How many files come along; left out for none. */
  readonly files?: number;
}

/** An option that was taken, and how many characters before the caret it takes the place of. */
export interface Chosen<Option> {
  readonly option: Option;
  readonly length: number;
}

interface Found<Option> {
  /** What was looked for. */
  readonly word: string | null;
  readonly options: readonly Option[];
}

let ids = 0;

/**
 * What could stand for the word at the caret, above the box that a message is written in. The focus stays in the field: its
 * arrows, Enter and Escape are the list's while there is one.
 */
@Component({
  selector: 'desk-caret-menu',
  imports: [Avatar, KeyCap, MatIcon],
  templateUrl: './caret-menu.html',
  styleUrl: './caret-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CaretMenu<Option extends CaretOption> {
  readonly field = input.required<CaretField>();
  /** What the list is of, in the plural: "Canned answers". */
  readonly label = input.required<string>();
  /** One of it, or several, within a sentence: "2 canned answers". */
  readonly counted = input.required<(count: number) => string>();
  /** What a word begins with to be looked for. */
  readonly sign = input.required<string>();
  /** What Enter does: "insert". */
  readonly does = input.required<string>();
  /** The word behind the sign in what is before the caret; null where there is none. */
  readonly wordIn = input.required<(before: string) => string | null>();
  /** Those that stand for a word, the best first. What fails is nothing: it is typed on. */
  readonly find = input.required<(word: string) => Observable<readonly Option[]>>();
  readonly chosen = output<Chosen<Option>>();

  protected readonly id = `desk-caret-menu-${ids++}`;
  protected readonly word = signal<string | null>(null);
  private readonly found = signal<Found<Option>>({ word: null, options: [] });
  private readonly dismissed = signal(false);
  protected readonly at = signal(0);
  /** What was found for the word as it was keeps its place, but its keys are the field's until the new one is answered. */
  protected readonly isCurrent = computed(() => this.found().word === this.word());

  /** None while it is closed. */
  protected readonly options = computed(() =>
    this.word() === null || this.dismissed() ? [] : this.found().options.slice(0, SHOWN),
  );
  /** Which one is meant the field says itself. */
  protected readonly said = computed(() => {
    const { length } = this.options();
    return length > 0 && this.isCurrent() ? `${this.counted()(length)}. Arrows choose, Enter inserts.` : '';
  });

  constructor() {
    toObservable(this.word)
      .pipe(
        switchMap((word) => (word === null ? of({ word, options: [] }) : this.look(word))),
        takeUntilDestroyed(),
      )
      .subscribe((found) => {
        this.found.set(found);
        this.at.set(0);
      });
    effect(() => {
      const options = this.options();
      const option = this.isCurrent() ? options[this.at()] : undefined;
      this.field().tellSuggested(
        options.length === 0 ? null : { list: this.id, option: option ? `${this.id}-${option.id}` : null },
      );
    });
    const ended = new AbortController();
    inject(DestroyRef).onDestroy(() => {
      ended.abort();
      this.field().tellSuggested(null);
    });
    afterNextRender(() => {
      const { element } = this.field();
      const { signal: until } = ended;
      // Its keys are the menu's before they are the field's.
      element.addEventListener('keydown', (event) => this.press(event), { capture: true, signal: until });
      for (const moved of ['input', 'keyup', 'click'])
        element.addEventListener(moved, () => this.read(), { signal: until });
      element.addEventListener('focusout', () => this.word.set(null), { signal: until });
    });
  }

  protected readonly fileWords = (count: number): string => counted(count, 'file');

  /** Begins a word at the caret, as its sign does where it is typed; not in code, where signs are signs. */
  open(): void {
    const field = this.field();
    const before = field.beforeCaret();
    if (before === null) return;
    const gap = before === '' || /\s$/.test(before) ? '' : ' ';
    if (this.wordIn()(before) === null) field.typeBeforeCaret(0, gap + this.sign());
    this.dismissed.set(false);
    this.read();
  }

  protected choose(at: number): void {
    const option = this.options()[at];
    const word = this.word();
    if (!option || word === null) return;
    this.word.set(null);
    this.chosen.emit({ option, length: this.sign().length + word.length });
  }

  private read(): void {
    const word = this.wordIn()(this.field().beforeCaret() ?? '');
    if (word === null) this.dismissed.set(false);
    this.word.set(word);
  }

  private look(word: string): Observable<Found<Option>> {
    return this.find()(word).pipe(
      catchError(() => of([])),
      map((options) => ({ word, options })),
    );
  }

  private press(event: KeyboardEvent): void {
    const { length } = this.options();
    const isChanged = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (length === 0 || isChanged || isComposing(event)) return;
    if (event.key !== 'Escape' && !this.isCurrent()) return;
    if (event.key === 'ArrowDown') this.at.update((at) => (at + 1) % length);
    else if (event.key === 'ArrowUp') this.at.update((at) => (at + length - 1) % length);
    else if (event.key === 'Enter' || event.key === 'Tab') this.choose(this.at());
    else if (event.key === 'Escape') this.dismissed.set(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
