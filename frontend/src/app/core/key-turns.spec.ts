import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { KeyTurns } from './key-turns';
import { KeyboardShortcuts } from './keyboard-shortcuts';

@Component({ template: '' })
class Page {}

describe('the turns of keys', () => {
  let turns: KeyTurns;
  let ran: string[];
  let field: HTMLInputElement;
  let area: HTMLTextAreaElement;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: Page }])] });
    document.body.innerHTML = '<input><textarea></textarea>';
    field = document.querySelector('input')!;
    area = document.querySelector('textarea')!;
    ran = [];
    turns = TestBed.inject(KeyTurns);
    const shortcuts = TestBed.inject(KeyboardShortcuts);
    const shortcut = (key: string) => ({ key, label: key, group: 'Everywhere' as const, run: () => ran.push(key) });
    shortcuts.register(['j', 'p', 'Escape'].map(shortcut));
  });

  it('are their own while nothing is on its way', () => {
    type('j', 'p');
    expect(ran).toEqual(['j', 'p']);
  });

  it('wait until what was asked for has come, in their order', async () => {
    const coming = Promise.withResolvers<void>();
    const asked = turns.until(coming.promise);
    type('j', 'p', 'Escape');
    expect(ran).toEqual([]);

    coming.resolve();
    await asked;
    await settle();
    expect(ran).toEqual(['j', 'p', 'Escape']);
  });

  it('are forgotten when it has failed, and the next is heard again', async () => {
    const asked = turns.until(Promise.reject(new Error('It did not come')));
    type('j');
    await expect(asked).rejects.toThrow('It did not come');
    await settle();
    expect(ran).toEqual([]);
    type('p');
    expect(ran).toEqual(['p']);
  });

  it('write what was typed into the field that came, and go on as a browser does', async () => {
    const coming = Promise.withResolvers<void>();
    const asked = turns.until(coming.promise);
    type(...'jam!', 'Backspace');
    coming.resolve();
    await asked;
    field.focus();
    await settle();

    expect(field.value).toBe('jam');
    expect(ran).toEqual([]);
  });

  it('are not held up in a field that a person writes in', () => {
    void turns.until(new Promise(() => undefined));
    area.focus();
    const event = type('j');
    expect(event.defaultPrevented).toBe(false);
  });

  it('wait while a list is on its way, and for another page', async () => {
    const arriving = signal(true);
    turns.while(() => arriving(), { onDestroy: () => () => undefined } as never);
    type('j');
    arriving.set(false);
    await settle();
    expect(ran).toEqual(['j']);
  });

  it('are given up by who takes the mouse', async () => {
    const arriving = signal(true);
    turns.while(() => arriving(), { onDestroy: () => () => undefined } as never);
    type('j', 'p');
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    arriving.set(false);
    await settle();
    expect(ran).toEqual([]);
  });

  it('let what comes first be done before them', async () => {
    const loading = signal(true);
    turns.after(
      () => loading(),
      () => ran.push('the step'),
    );
    type('p');
    expect(ran).toEqual([]);
    loading.set(false);
    await settle();
    expect(ran).toEqual(['the step', 'p']);
  });

  it('are one turn while a key is held, and write nothing into what it opened', () => {
    type('p');
    field.focus();
    expect(type({ key: 'p', repeat: true }).defaultPrevented).toBe(true);
    expect(ran).toEqual(['p']);
  });

  it('leave an input method alone, whatever tells of it', () => {
    type({ key: 'p', isComposing: true });
    type({ key: 'p', keyCode: 229 });
    expect(ran).toEqual([]);
  });

  function type(...keys: (string | KeyboardEventInit)[]): KeyboardEvent {
    const events = keys.map((key) => new KeyboardEvent('keydown', init(key)));
    for (const event of events) (document.activeElement ?? document.body).dispatchEvent(event);
    return events.at(-1)!;
  }

  function init(key: string | KeyboardEventInit): KeyboardEventInit {
    return { ...(typeof key === 'string' ? { key } : key), bubbles: true, cancelable: true };
  }

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 2; turn += 1) {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
});
