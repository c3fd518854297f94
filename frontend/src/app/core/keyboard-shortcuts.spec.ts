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

  describe('in a sequence', () => {
    beforeEach(() => {
      register('g d', 'dashboard');
      register('g u', 'unresolved');
      register('j', 'next');
      register('u', 'unassigned');
      register('Escape', 'close');
    });

    it.each([
      ['is taken as a whole, and anew each time', 'gdgd', ['dashboard', 'dashboard']],
      ['is no matter of the key alone', 'ugu', ['unassigned', 'unresolved']],
      ['leaves a key that does not continue it alone', 'gj', ['next']],
      ['is over after such a key', 'gju', ['next', 'unassigned']],
      ['begins again with its first key', 'ggd', ['dashboard']],
      ['also in capitals', 'GD', ['dashboard']],
    ])('%s', (_, keys, expected) => {
      for (const key of keys) press(key);

      expect(ran).toEqual(expected);
    });

    it('ends with Esc, which then closes nothing', () => {
      press('g');
      press('Escape');
      press('u');
      press('Escape');

      expect(ran).toEqual(['unassigned', 'close']);
    });

    it('goes on while Shift is on its way', () => {
      press('g');
      press('Shift');
      press('D');

      expect(ran).toEqual(['dashboard']);
    });

    it.each<[string, () => void]>([
      ['a click', () => document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))],
      ['a combination with Ctrl', () => press('c', { ctrlKey: true })],
      ['a field', () => press('x', {}, document.body.appendChild(document.createElement('input')))],
    ])('ends with %s', (_, end) => {
      press('g');
      end();
      press('u');

      expect(ran).toEqual(['unassigned']);
    });

    it('tells what can follow, until it is over', () => {
      shortcuts.register([{ key: 'g t', label: 'Later', group: 'Go to', listed: false, run: () => undefined }]);
      const following = () => shortcuts.following()?.next.map(({ label }) => label);
      expect(following()).toBeUndefined();
      press('g');
      expect(following()).toEqual(['dashboard', 'unresolved']);
      press('j');
      expect(following()).toBeUndefined();
      press('g');
      const field = document.body.appendChild(document.createElement('input'));
      field.focus();
      expect(following()).toBeUndefined();
    });

    it('is listed, unless it is kept for later', () => {
      shortcuts.register([{ key: 'g t', label: 'Later', group: 'Go to', listed: false, run: () => undefined }]);
      register('t', 'category');
      press('g');
      press('t');

      expect(ran).toEqual([]);
      expect(shortcuts.listed().map(({ key }) => key)).toEqual(['g d', 'g u', 'j', 'u', 'Escape', 't']);
    });
  });

  function register(key: string, name: string): () => void {
    return shortcuts.register([{ key, label: name, group: 'Everywhere', run: () => ran.push(name) }]);
  }

  function press(key: string, modifiers: KeyboardEventInit = {}, target: Element = document.body): void {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
  }
});
