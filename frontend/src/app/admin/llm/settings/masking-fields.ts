import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { debounceTime } from 'rxjs';
import type { MaskPattern } from '../../../api/admin-model';
import { lastValue } from '../../../api/last-value';
import { LlmDataApi } from '../../../api/llm-data-api';
import { problemOf, readableProblem } from '../../../api/problem-error';
import { type Piece, piecesOf } from './masked-pieces';
import { SettingOrigin } from './setting-origin';
import { SettingsDraft } from './settings-draft';

const TYPING_MS = 300;
const FIELD = 'mask_patterns.';

/** What masking leaves of a text, and what an admin wants masked besides. */
@Component({
  selector: 'desk-masking-fields',
  imports: [SettingOrigin],
  template: `
    <label class="small" for="masking-text">In the ticket</label>
    <textarea
      id="masking-text"
      rows="3"
      maxlength="20000"
      placeholder="Type or paste a text to see what an LLM would read of it"
      #box
      [value]="text()"
      (input)="text.set(box.value)"
    ></textarea>
    <p class="small quiet" id="masking-reads">What the LLM reads</p>
    <p class="reads" aria-labelledby="masking-reads" aria-live="polite">
      @for (piece of reads(); track $index) {
        @if (piece.masked) {
          <span class="masked" [textContent]="piece.text"></span>
        } @else {
          <span [textContent]="piece.text"></span>
        }
      }
    </p>
    @if (draft.settings()) {
      <label class="small" for="masking-own">Own patterns, one on each line: Name: pattern</label>
      <textarea
        id="masking-own"
        rows="3"
        spellcheck="false"
        placeholder="Customer: KD-[0-9]+"
        aria-describedby="masking-wrong"
        [class.ng-invalid]="wrong().length > 0"
        [attr.aria-invalid]="wrong().length > 0"
        #own
        [value]="written()"
        (input)="write(own.value)"
      ></textarea>
      <div id="masking-wrong" class="small wrong" aria-live="polite">
        @for (sentence of wrong(); track $index) {
          <p>{{ sentence }}</p>
        }
      </div>
      <desk-setting-origin name="mask_patterns" />
      <p class="small quiet">Patterns are those of RE2: each takes time in proportion to the text.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      align-content: start;
    }

    textarea {
      box-sizing: border-box;
      width: 100%;
      padding: 10px 14px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: var(--mat-sys-corner-extra-small);
      background: transparent;
      color: var(--mat-sys-on-surface);
      font: inherit;
      resize: vertical;
    }

    .wrong {
      color: var(--mat-sys-error);
    }

    .reads {
      min-height: 48px;
      padding: 10px 14px;
      border-radius: var(--mat-sys-corner-small);
      background: var(--mat-sys-surface-container);
      overflow-wrap: anywhere;

      > span {
        white-space: pre-wrap;
      }
    }

    .masked {
      padding: 1px 6px;
      border-radius: 4px;
      background: var(--mat-sys-inverse-surface);
      color: var(--mat-sys-inverse-on-surface);
      font: var(--mat-sys-label-medium);
      box-decoration-break: clone;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MaskingFields {
  protected readonly draft = inject(SettingsDraft);
  protected readonly text = signal('');
  private readonly control = this.draft.form.controls.mask_patterns;
  private readonly patterns = computed(() => this.draft.state().values.mask_patterns);
  private readonly asked = computed(() => ({ text: this.text(), patterns: this.patterns() }));
  private readonly settled = toSignal(toObservable(this.asked).pipe(debounceTime(TYPING_MS)), {
    initialValue: { text: '', patterns: [] },
  });
  private readonly answer = inject(LlmDataApi).preview(this.settled);
  private readonly preview = lastValue(this.answer);
  private lines: string | null = null;

  protected readonly reads = computed<readonly Piece[]>(() => {
    if (this.text().trim() === '') return [];
    const problem = readableProblem(this.answer.error());
    if (problem) return [{ text: problem.message, masked: false }];
    const preview = this.preview();
    return preview ? piecesOf(preview) : [];
  });
  protected readonly written = computed(() => {
    const patterns = this.patterns();
    // What is being written stays as it is, half a line too.
    const isOwn = this.lines !== null && JSON.stringify(patternsOf(this.lines)) === JSON.stringify(patterns);
    return isOwn ? (this.lines ?? '') : patterns.map(({ name, pattern }) => `${name}: ${pattern}`).join('\n');
  });

  /** What the API has against patterns, saved or only tried, each with its line. */
  protected readonly wrong = computed(() => {
    const { words, within } = this.draft.state().patterns;
    const told = Object.entries(within);
    const said = told.length > 0 ? told : this.refused();
    const numbers = linesOf(this.written());
    const byLine = said.map(([place, message]) => `Line ${numbers[parseInt(place)] ?? '?'}: ${message}`);
    return byLine.length > 0 || words === null ? byLine : [words];
  });
  /** What was wrong when they were tried, as long as they are the same. */
  private readonly refused = computed(() => {
    const errors = problemOf(this.answer.error())?.errors ?? [];
    if (this.settled().patterns !== this.patterns()) return [];
    return errors
      .filter(({ field }) => field.startsWith(FIELD))
      .map(({ field, message }) => [field.slice(FIELD.length), message] as const);
  });

  protected write(lines: string): void {
    this.lines = lines;
    this.control.setValue(patternsOf(lines));
    this.control.markAsDirty();
  }
}

/** Any name before a colon and a space, or a name of plain words before a colon alone: patterns hold colons too. */
const NAMED = /^(?:(?<spaced>[^:]{1,40}):\s+|(?<words>[\p{L}\p{N} _-]{1,40}):(?!\/))(?<pattern>.+)$/u;

/** A name, a colon, and the pattern behind it; without a name it is called "Own", the next one "Own 2". */
function patternsOf(lines: string): MaskPattern[] {
  let nameless = 0;
  return lines.split('\n').flatMap((line) => {
    const text = line.trim();
    if (text === '') return [];
    const { spaced, words, pattern } = NAMED.exec(text)?.groups ?? {};
    const name = spaced ?? words;
    if (name !== undefined && pattern !== undefined) return [{ name: name.trim(), pattern }];
    nameless += 1;
    return [{ name: nameless === 1 ? 'Own' : `Own ${nameless}`, pattern: text }];
  });
}

/** The numbers of the lines that hold a pattern, from 1. */
function linesOf(text: string): number[] {
  return text.split('\n').flatMap((line, at) => (patternsOf(line).length > 0 ? [at + 1] : []));
}
