import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { MatIcon } from '@angular/material/icon';
import { type Observable, catchError, map, of, switchMap, timer } from 'rxjs';
import { type CannedAnswer, CannedAnswersApi } from '../../../api/canned-answers-api';
import { isComposing } from '../../../ui/composing';
import { KeyCap } from '../../../ui/key-cap';
import type { CaretField } from './caret-field';
import { type Known, filledIn, filledInLine } from './filled-in';
import { slashWord } from './slash-word';

/** Whoever types on does not ask for each letter. */
export const TYPING_MS = 120;
const LIMIT = 20;
/** As many as are looked at without scrolling. */
const SHOWN = 6;

interface Found {
  /** What was looked for. */
  readonly word: string | null;
  readonly answers: readonly CannedAnswer[];
}

const NOTHING: Found = { word: null, answers: [] };

/** Canned answers above the box that a message is written in, as long as a word there begins with `/`. */
@Component({
  selector: 'desk-canned-menu',
  imports: [KeyCap, MatIcon],
  templateUrl: './canned-menu.html',
  styleUrl: './canned-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CannedMenu {
  readonly field = input.required<CaretField>();
  readonly known = input.required<Known>();

  private readonly api = inject(CannedAnswersApi);
  protected readonly word = signal<string | null>(null);
  private readonly found = signal<Found>(NOTHING);
  private readonly dismissed = signal(false);
  protected readonly at = signal(0);
  /** What was found for the word as it was keeps its place, but its keys are the field's until the new one is answered. */
  protected readonly isCurrent = computed(() => this.found().word === this.word());

  /** None while it is closed. */
  protected readonly options = computed(() => {
    if (this.word() === null || this.dismissed()) return [];
    return this.found().answers.map(({ id, name, text }) => ({
      id,
      name,
      text,
      line: filledInLine(text, this.known()),
    }));
  });
  protected readonly said = computed(() => {
    const options = this.options();
    const option = options[this.at()];
    return option && this.isCurrent()
      ? `${option.name}, canned answer ${this.at() + 1} of ${options.length}. Enter inserts it.`
      : '';
  });

  constructor() {
    toObservable(this.word)
      .pipe(
        switchMap((word) => (word === null ? of(NOTHING) : timer(TYPING_MS).pipe(switchMap(() => this.find(word))))),
        takeUntilDestroyed(),
      )
      .subscribe((found) => {
        this.found.set(found);
        this.at.set(0);
      });
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const ended = new AbortController();
    inject(DestroyRef).onDestroy(() => ended.abort());
    afterNextRender(() => {
      const box = host.parentElement;
      const { signal: until } = ended;
      // Its keys are the menu's before they are the field's.
      box?.addEventListener('keydown', (event) => this.press(event), { capture: true, signal: until });
      for (const moved of ['input', 'keyup', 'click'])
        box?.addEventListener(moved, () => this.look(), { signal: until });
    });
  }

  protected choose(at: number): void {
    const option = this.options()[at];
    const word = this.word();
    if (!option || word === null) return;
    this.field().replaceBeforeCaret(word.length + 1, filledIn(option.text, this.known()));
    this.word.set(null);
    // The answer stands in the message whether it could be counted or not.
    this.api.countUse(option.id).subscribe({ error: () => undefined });
  }

  private look(): void {
    const word = slashWord(this.field().beforeCaret());
    if (word === null) this.dismissed.set(false);
    this.word.set(word);
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

  /** Those whose name has the word come first. What cannot be found is not told: it is typed on. */
  private find(word: string): Observable<Found> {
    const isNamed = ({ name }: CannedAnswer) => name.toLowerCase().includes(word.toLowerCase());
    return this.api.find(word, LIMIT).pipe(
      map((all) => [...all.filter(isNamed), ...all.filter((answer) => !isNamed(answer))].slice(0, SHOWN)),
      catchError(() => of([])),
      map((answers) => ({ word, answers })),
    );
  }
}
