import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  type ElementRef,
  effect,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Subject, debounceTime } from 'rxjs';
import { isComposing } from '../../ui/composing';
import { isVisible } from '../../ui/unseen';

const PAUSE_MS = 250;

/** Searches within a page; follows the typing with a short pause. What is too long is for the API to say: nothing is cut. */
@Component({
  selector: 'desk-search-box',
  imports: [MatIcon, MatIconButton],
  template: `
    <mat-icon class="icon-18" svgIcon="search" />
    <input
      #input
      type="search"
      enterkeyhint="search"
      autocomplete="off"
      spellcheck="false"
      [attr.aria-label]="label()"
      [placeholder]="label()"
      (input)="typed.next(input.value)"
      (keydown.enter)="enter($event, input.value)"
    />
    @if (value()) {
      <button matIconButton class="icon-button-small" type="button" aria-label="Clear the search" (click)="clear()">
        <mat-icon svgIcon="close" />
      </button>
    }
  `,
  styleUrl: './search-box.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchBox {
  /** What the address says; it fills the field unless a person is writing in it. */
  readonly value = input('');
  readonly label = input.required<string>();
  readonly searched = output<string>();

  private readonly document = inject(DOCUMENT);
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('input');
  protected readonly typed = new Subject<string>();

  constructor() {
    this.typed.pipe(debounceTime(PAUSE_MS), takeUntilDestroyed()).subscribe((text) => this.emit(text));
    effect(() => {
      const element = this.input().nativeElement;
      const value = this.value();
      if (this.document.activeElement !== element) element.value = value;
    });
  }

  protected enter(event: Event, text: string): void {
    if (!isComposing(event)) this.emit(text);
  }

  protected emit(text: string): void {
    const wanted = isVisible(text) ? text.trim() : '';
    if (wanted !== this.value()) this.searched.emit(wanted);
  }

  protected clear(): void {
    const element = this.input().nativeElement;
    element.value = '';
    element.focus();
    this.searched.emit('');
  }
}
