import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  Injector,
  ViewEncapsulation,
  computed,
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
import { Fragment, Slice } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, EditorState, NodeSelection, Selection, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { CaretField, Suggested } from '../caret/caret-field';
import type { PointInWindow } from '../file-catching';
import { withPictureWords, withPicturesNamed } from '../picture-names';
import { SHAPINGS, type Shaping } from './editor-commands';
import { type EditorPictures, NO_PICTURES, type PictureInText, isAmiss } from './editor-pictures';
import { fromMarkdown, fromPlainText, toMarkdown } from './markdown-text';
import { markType, nodeType } from './message-schema';
import { PictureView } from './picture-view';
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
  /** What is known of the pictures in it. */
  readonly pictures = input<EditorPictures>(NO_PICTURES);
  readonly written = output<string>();

  readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private suggested: Suggested | null = null;
  /** What the text that was told last was. */
  private told: string | undefined;
  private view: EditorView | undefined;
  /** What the caret stands in, for the buttons. */
  private readonly state = signal<EditorState | undefined>(undefined);
  protected readonly isEmpty = signal(true);
  /** The picture that something is to be done about: the selected one, or else the first that is not here. Null for none. */
  readonly picture = computed<PictureInText | null>(() => {
    const state = this.state();
    if (!state) return null;
    const found = picturesOf(state, this.pictures());
    return found.find(({ isPicked }) => isPicked) ?? found.find(({ look }) => isAmiss(look)) ?? null;
  });

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

  /** Puts pictures into the text, by what they are named by: where they were dropped, or in place of what is selected. */
  insertPictures(names: readonly string[], dropped?: PointInWindow): void {
    const { view } = this;
    if (!view || names.length === 0) return;
    const pictures = Fragment.from(names.map((name) => nodeType('picture').create({ name })));
    const at = dropped && view.posAtCoords({ left: dropped.x, top: dropped.y })?.pos;
    const { tr } = view.state;
    if (at !== undefined) tr.setSelection(Selection.near(tr.doc.resolve(at)));
    view.dispatch(tr.replaceSelection(new Slice(pictures, 0, 0)).scrollIntoView());
    view.focus();
  }

  /** Says what a picture shows. */
  describe({ at }: PictureInText, words: string): void {
    const { view } = this;
    view?.dispatch(view.state.tr.setNodeAttribute(at, 'alt', words));
  }

  removePicture({ at }: PictureInText): void {
    const { view } = this;
    view?.dispatch(view.state.tr.delete(at, at + 1));
    view?.focus();
  }

  /** Goes on writing behind a picture. */
  leavePicture({ at }: PictureInText): void {
    const { view } = this;
    view?.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at + 1)));
    view?.focus();
  }

  /** What was selected stays, with the caret behind it. */
  leaveSelection(): void {
    const { view } = this;
    view?.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.selection.$to, -1)));
  }

  beforeCaret(): string | null {
    const selection = this.view?.state.selection;
    if (!selection?.empty) return null;
    const { parent, parentOffset } = selection.$from;
    if (parent.type.spec.code === true || markType('code').isInSet(selection.$from.marks())) return null;
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
    // Nothing is new but the names of pictures that have arrived: the caret and what can be undone stay.
    if (this.view && this.markdownOf(this.view.state) === text) return;
    const state = this.stateOf(text);
    // Whoever is writing goes on behind it.
    if (this.view) this.view.updateState(state.apply(state.tr.setSelection(Selection.atEnd(state.doc))));
    else this.view = this.viewOf(state);
    this.know(state);
  }

  private markdownOf({ doc }: EditorState): string {
    return withPicturesNamed(toMarkdown(doc), (name) => this.pictures().idOf(name));
  }

  private stateOf(text: string): EditorState {
    const shapings = SHAPINGS.map(({ key, run }) => [key, run] as const);
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
      clipboardTextSerializer: ({ content }) => withPictureWords(toMarkdown(nodeType('doc').create(null, content))),
      nodeViews: { picture: (node) => new PictureView(node, this.pictures, this.injector) },
      dispatchTransaction: (transaction) => {
        const { view } = this;
        if (!view) return;
        view.updateState(view.state.apply(transaction));
        this.know(view.state);
        if (!transaction.docChanged) return;
        this.told = this.markdownOf(view.state);
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

function picturesOf({ doc, selection }: EditorState, pictures: EditorPictures): PictureInText[] {
  const found: PictureInText[] = [];
  doc.descendants((node, at) => {
    if (node.type !== nodeType('picture')) return;
    const name = String(node.attrs['name']);
    const isPicked = selection instanceof NodeSelection && selection.from === at;
    found.push({ at, name, words: String(node.attrs['alt']), look: pictures.lookOf(name), isPicked });
  });
  return found;
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
