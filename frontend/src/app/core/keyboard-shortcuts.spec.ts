import { TestBed } from '@angular/core/testing';
import { KeyboardShortcuts } from './keyboard-shortcuts';

describe('keyboard shortcuts', () => {
  let shortcuts: KeyboardShortcuts;
  let ran: string[];

  beforeEach(() => {
    localStorage.clear();
    document.body.innerHTML = '';
    shortcuts = TestBed.inject(KeyboardShortcuts);
    ran = [];
  });

  afterEach(() => shortcuts.enable(true));

  it('run what was registered, also in capitals', () => {
    register('c', 'new');
    press('c');
    press('C');

    expect(ran).toEqual(['new', 'new']);
  });

  it('leave combinations with Ctrl, Alt and Meta to the browser', () => {
    register('c', 'new');
    press('c', { ctrlKey: true });
    press('c', { metaKey: true });
    press('c', { altKey: true });

    expect(ran).toEqual([]);
  });

  it.each(['<input>', '<textarea></textarea>', '<div role="combobox" tabindex="0"></div>'])('rest in %s', (html) => {
    register('c', 'new');
    document.body.innerHTML = html;
    press('c', {}, document.body.firstElementChild!);

    expect(ran).toEqual([]);
  });

  it.each(['dialog', 'menu'])('rest while a %s is open', (role) => {
    register('c', 'new');
    document.body.innerHTML = `<div class="cdk-overlay-container"><div role="${role}"></div></div>`;
    press('c');

    expect(ran).toEqual([]);
  });

  it('give a key to the latest who asked for it, and back when that one leaves', () => {
    register('s', 'of the list');
    const leave = register('s', 'of the ticket');
    press('s');
    leave();
    press('s');

    expect(ran).toEqual(['of the ticket', 'of the list']);
  });

  it('can be turned off, which is remembered and leaves Escape alone', () => {
    register('c', 'new');
    register('Escape', 'close');
    shortcuts.enable(false);
    press('c');
    press('Escape');

    expect(ran).toEqual(['close']);
    expect(localStorage.getItem('desk.keys')).toBe('off');
  });

  function register(key: string, name: string): () => void {
    return shortcuts.register([{ key, label: name, group: 'Everywhere', run: () => ran.push(name) }]);
  }

  function press(key: string, modifiers: KeyboardEventInit = {}, target: Element = document.body): void {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
  }
});
