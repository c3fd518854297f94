import { TestBed } from '@angular/core/testing';
import { withPlaces } from '../../testing/editor';
import { SHAPINGS, type Shaping } from './editor-commands';
import { MarkdownEditor } from './markdown-editor';

beforeAll(withPlaces);

describe('the editor of a message', () => {
  let written: string[];
  let editor: MarkdownEditor;
  let element: HTMLElement;
  let give: (text: string) => void;
  beforeEach(() => {
    const fixture = TestBed.createComponent(MarkdownEditor);
    give = (text) => {
      fixture.componentRef.setInput('text', text);
      TestBed.tick();
    };
    fixture.componentRef.setInput('label', 'Reply');
    written = [];
    editor = fixture.componentInstance;
    element = fixture.nativeElement as HTMLElement;
    editor.written.subscribe((text) => written.push(text));
    document.body.append(element);
    give('');
  });
  afterEach(() => element.remove());

  it('is a text box with a name', () => {
    const box = element.querySelector('[role=textbox]');
    expect(box?.getAttribute('aria-label')).toBe('Reply');
    expect(box?.getAttribute('aria-multiline')).toBe('true');
    expect(element.className).toContain('empty');
  });

  it('shows a text as it will be read, and tells only what is written here', () => {
    give('Hello **Ruth**.\n\n- a');
    expect(element.querySelector('strong')?.textContent).toBe('Ruth');
    expect(element.querySelector('li')?.textContent).toBe('a');
    expect(element.className).not.toContain('empty');
    expect(written).toEqual([]);
  });

  it('tells what is written, in Markdown', () => {
    editor.insert('Hello **Ruth**');
    expect(written).toEqual(['Hello **Ruth**']);
    // It is told back and stays as it is.
    const shown = element.querySelector('strong');
    give('Hello **Ruth**');
    expect(element.querySelector('strong')).toBe(shown);
  });

  it.each([
    ['Bulleted list', '- Hello'],
    ['Numbered list', '1. Hello'],
    ['Quote', '> Hello'],
  ])('makes a %s of it, and back', (name, text) => {
    editor.insert('Hello');
    const shaping = named(name);
    editor.shape(shaping);
    expect(written.at(-1)).toBe(text);
    expect(editor.isShaped(shaping)).toBe(true);
    editor.shape(shaping);
    expect(written.at(-1)).toBe('Hello');
    expect(editor.isShaped(shaping)).toBe(false);
  });

  it('takes keys that waited for their turn as they were typed', () => {
    type('So **bold** it');
    expect(written.at(-1)).toBe('So **bold** it');
    expect(element.querySelector('strong')?.textContent).toBe('bold');
  });

  it('marks no words across the end of a line', () => {
    editor.insert('\\*\\*one\ntwo\\*');
    type('*');
    expect(written.at(-1)).toBe('\\*\\*one\ntwo\\*\\*');
  });

  it('marks words at the start of a line, and those in them keep their marks', () => {
    editor.insert('One\n\\*\\*see `this` now\\*');
    type('*');
    expect(written.at(-1)).toBe('One\n**see `this` now**');
  });

  it('writes on in bold', () => {
    editor.shape(named('Bold'));
    expect(editor.isShaped(named('Bold'))).toBe(true);
  });

  function type(text: string): void {
    const box = element.querySelector('[role=textbox]');
    for (const data of text)
      box?.dispatchEvent(
        new InputEvent('beforeinput', { inputType: 'insertText', data, bubbles: true, cancelable: true }),
      );
  }

  function named(name: string): Shaping {
    const shaping = SHAPINGS.find((one) => one.name === name);
    if (!shaping) throw new Error(`There is no ${name}`);
    return shaping;
  }
});
