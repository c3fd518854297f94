import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  ViewEncapsulation,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { Slice } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, EditorState, Selection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { CaretField, Suggested } from '../caret/caret-field';
import { SHAPINGS, type Shaping } from './editor-commands';
import { fromMarkdown, fromPlainText, toMarkdown } from './markdown-text';
import { markType, nodeType } from './message-schema';
import { typedMarkdown } from './typed-markdown';

const newLine: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodeType('hard_break').create()).scrollIntoView());
  return true;
});

/** A text in Markdown, written as it will be read; what is typed as Markdown becomes what it means. */
@Component({
  selector: 'desk-markdown-editor',
  template: ``,
  styleUrl: './markdown-editor.scss',
  host: { '[class.empty]': 'isEmpty()', '[attr.data-placeholder]': 'placeholder()' },
  // The elements are the editor's own and carry no mark of this component.
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MarkdownEditor implements CaretField {
  readonly label = input.required<string>();
  readonly placeholder = input('');
  /** The id of what says what is wrong with it; null for nothing. */
  readonly wrong = input<string | null>(null);
  /** Markdown. */
  readonly text = input.required<string>();
  readonly written = output<string>();

  readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private suggested: Suggested | null = null;
  /** What the text that was told last was. */
  private told: string | undefined;
  private view: EditorView | undefined;
  /** What the caret stands in, for the buttons. */
  private readonly state = signal<EditorState | undefined>(undefined);
  protected readonly isEmpty = signal(true);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.view?.destroy());
    effect(() => {
      const text = this.text();
      untracked(() => this.take(text));
    });
    effect(() => {
      this.label();
      this.wrong();
      this.view?.setProps({});
    });
  }

  focus(): void {
    this.view?.focus();
  }

  /** Markdown in place of what is selected. */
  insert(text: string): void {
    const { view } = this;
    if (!view) return;
    view.dispatch(view.state.tr.replaceSelection(fromMarkdown(text).slice(0)).scrollIntoView());
  }

  beforeCaret(): string {
    const selection = this.view?.state.selection;
    if (!selection?.empty) return '';
    const { parent, parentOffset } = selection.$from;
    if (parent.type.spec.code === true || markType('code').isInSet(selection.$from.marks())) return '';
    return parent.textBetween(0, parentOffset, undefined, '\n').replace(/^.*\n/s, '');
  }

  replaceBeforeCaret(length: number, markdown: string): void {
    const { view } = this;
    if (!view) return;
    const { from } = view.state.selection;
    const { content } = fromMarkdown(markdown);
    // What begins or ends with words goes on in the line that it is put into.
    const [start, end] = [content.firstChild, content.lastChild].map((node) => (node?.isTextblock ? 1 : 0));
    const slice = new Slice(content, start ?? 0, end ?? 0);
    const written = view.state.tr.delete(from - length, from).replaceSelection(slice);
    view.dispatch(written.scrollIntoView());
    view.focus();
  }

  typeBeforeCaret(length: number, text: string): void {
    const { view } = this;
    if (!view) return;
    const { from } = view.state.selection;
    view.dispatch(view.state.tr.insertText(text, from - length, from).scrollIntoView());
    view.focus();
  }

  tellSuggested(suggested: Suggested | null): void {
    this.suggested = suggested;
    this.view?.setProps({});
  }

  shape({ run }: Shaping): void {
    const { view } = this;
    if (!view) return;
    run(view.state, view.dispatch, view);
    view.focus();
  }

  /** Whether it is on where the caret is. Reads a signal. */
  isShaped({ isOn }: Shaping): boolean {
    const state = this.state();
    return state !== undefined && isOn(state);
  }

  /** A text that was not written here. */
  private take(text: string): void {
    if (text === this.told) return;
    this.told = text;
    const state = this.stateOf(text);
    // Whoever is writing goes on behind it.
    if (this.view) this.view.updateState(state.apply(state.tr.setSelection(Selection.atEnd(state.doc))));
    else this.view = this.viewOf(state);
    this.know(state);
  }

  private stateOf(text: string): EditorState {
    const shapings = SHAPINGS.flatMap(({ key, run }) => (key === undefined ? [] : [[key, run] as const]));
    const keys: Record<string, Command> = {
      ...Object.fromEntries(shapings),
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      Backspace: undoInputRule,
      Enter: splitListItem(nodeType('list_item')),
      'Shift-Enter': newLine,
      'Mod-[': liftListItem(nodeType('list_item')),
      'Mod-]': sinkListItem(nodeType('list_item')),
    };
    return EditorState.create({
      doc: fromMarkdown(text),
      plugins: [typedMarkdown(), history(), keymap(keys), keymap(withoutSending(baseKeymap))],
    });
  }

  private viewOf(state: EditorState): EditorView {
    return new EditorView(this.element, {
      state,
      attributes: () => ({
        ...{ role: 'textbox', 'aria-multiline': 'true', 'aria-label': this.label(), dir: 'auto' },
        ...(this.wrong() && { 'aria-invalid': 'true', 'aria-describedby': String(this.wrong()) }),
        ...(this.suggested && { 'aria-autocomplete': 'list', 'aria-controls': this.suggested.list }),
        ...(this.suggested?.option && { 'aria-activedescendant': this.suggested.option }),
      }),
      handleDOMEvents: { beforeinput: (view, event) => writeAgain(view, event) },
      clipboardTextParser: (text) => new Slice(fromPlainText(text).content, 1, 1),
      clipboardTextSerializer: ({ content }) => toMarkdown(nodeType('doc').create(null, content)),
      dispatchTransaction: (transaction) => {
        const { view } = this;
        if (!view) return;
        view.updateState(view.state.apply(transaction));
        this.know(view.state);
        if (!transaction.docChanged) return;
        this.told = toMarkdown(view.state.doc);
        this.written.emit(this.told);
      },
    });
  }

  private know(state: EditorState): void {
    this.state.set(state);
    const { doc } = state;
    this.isEmpty.set(doc.childCount === 1 && doc.firstChild?.isTextblock === true && doc.content.size === 2);
  }
}

/** A character that waited for its turn: no browser writes it, and what it means is done at once. */
function writeAgain(view: EditorView, event: InputEvent): boolean {
  const { data } = event;
  if (event.isTrusted || data === null) return false;
  const { from, to } = view.state.selection;
  const plain = () => view.state.tr.insertText(data, from, to);
  const taken = view.someProp('handleTextInput', (handle) => handle(view, from, to, data, plain));
  if (taken !== true) view.dispatch(plain().scrollIntoView());
  event.preventDefault();
  return true;
}

/** Ctrl and Enter send. */
function withoutSending(keys: Record<string, Command>): Record<string, Command> {
  return Object.fromEntries(Object.entries(keys).filter(([key]) => key !== 'Mod-Enter'));
}
