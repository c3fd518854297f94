import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { withPlaces } from '../../testing/editor';
import { SHAPINGS, type Shaping } from './editor-commands';
import type { PictureInText, PictureLook } from './editor-pictures';
import { MarkdownEditor } from './markdown-editor';

beforeAll(withPlaces);

describe('the editor of a message', () => {
  let fixture: ComponentFixture<MarkdownEditor>;
  let written: string[];
  let editor: MarkdownEditor;
  let element: HTMLElement;
  let give: (text: string) => void;
  beforeEach(() => {
    fixture = TestBed.createComponent(MarkdownEditor);
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

  describe('with pictures', () => {
    const [KEY, ID, OTHER] = ['a', 'b', 'c'].map((last) => `f0000000-0000-4000-8000-00000000000${last}`) as [
      string,
      string,
      string,
    ];
    const looks = signal<Readonly<Record<string, PictureLook>>>({});
    const ids = signal<Readonly<Record<string, string>>>({});
    const shown = () => element.querySelector<HTMLElement>('.picture');
    const undo = () => press('z');
    beforeEach(() => {
      looks.set({ [KEY]: { kind: 'coming', file: 'list.png', part: 0.614 } });
      ids.set({});
      fixture.componentRef.setInput('pictures', {
        idOf: (name: string) => ids()[name] ?? name,
        lookOf: (name: string) => looks()[name] ?? { kind: 'gone' },
      });
      TestBed.tick();
    });

    it('puts them in place of what is selected, and shows how far they have come', () => {
      type('See ');
      editor.insertPictures([KEY, OTHER]);
      type(' here');
      expect(written.at(-1)).toBe(`See ![](attachment:${KEY})![](attachment:${OTHER}) here`);
      TestBed.tick();
      expect(shown()?.textContent).toBe('list.png: 61 %');
      looks.set({ [KEY]: { kind: 'here', address: '/list' } });
      TestBed.tick();
      expect(shown()?.querySelector('img')?.getAttribute('src')).toBe('/list');
      expect(shown()?.querySelector('img')?.alt).toBe('Picture without words');
    });

    it('names one by its id once that is known, and what was written before is still undone and done again', () => {
      type('See ');
      editor.insertPictures([KEY]);
      const dom = shown();
      ids.set({ [KEY]: ID });
      give(`See ![](attachment:${ID})`);
      expect(shown()).toBe(dom);
      undo();
      expect(written.at(-1)).not.toContain('attachment');
      press('y');
      expect(written.at(-1)).toBe(`See ![](attachment:${ID})`);
    });

    it('says what one shows, and undoes that', () => {
      give(`![](attachment:${KEY})`);
      editor.describe(picture(), 'the list');
      expect(written.at(-1)).toBe(`![the list](attachment:${KEY})`);
      undo();
      expect(written.at(-1)).toBe(`![](attachment:${KEY})`);
    });

    it('removes one, and brings it back', () => {
      give(`a![b](attachment:${KEY})c`);
      editor.removePicture(picture());
      expect(written.at(-1)).toBe('ac');
      undo();
      expect(written.at(-1)).toBe(`a![b](attachment:${KEY})c`);
    });

    it('has something to be done about the first that is not here', () => {
      give(`![](attachment:${KEY}) ![x](attachment:${OTHER})`);
      expect(editor.picture()).toMatchObject({ name: OTHER, isPicked: false });
      looks.set({ [KEY]: { kind: 'here', address: '/a' }, [OTHER]: { kind: 'here', address: '/b' } });
      expect(editor.picture()).toBeNull();
      editor.leavePicture(picture());
      type('!');
      expect(written.at(-1)).toBe(`![](attachment:${KEY})! ![x](attachment:${OTHER})`);
    });

    function picture(): PictureInText {
      looks.update((all) => ({ ...all, [KEY]: { kind: 'gone' } }));
      return editor.picture()!;
    }

    function press(key: string): void {
      const box = element.querySelector('[role=textbox]');
      box?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }));
    }
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
