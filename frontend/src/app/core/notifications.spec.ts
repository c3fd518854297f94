import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ProblemError } from '../api/problem-error';
import { KeyboardShortcuts } from './keyboard-shortcuts';
import { Notifications } from './notifications';

describe('messages', () => {
  beforeEach(() =>
    TestBed.configureTestingModule({
      providers: [{ provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }],
    }),
  );

  afterEach(() => TestBed.inject(MatSnackBar).dismiss());

  it('say what happened', () => {
    show('Ticket #7 created');

    expect(text()).toContain('Ticket #7 created');
  });

  it('do their action by the button', () => {
    const done: string[] = [];
    show('#7 resolved', { label: 'Undo', run: () => done.push('undone') });
    document.querySelector<HTMLButtonElement>('desk-snack-message button')!.click();

    expect(done).toEqual(['undone']);
  });

  it('do their action by the key, once', () => {
    const done: string[] = [];
    show('#7 resolved', { label: 'Undo', key: 'z', run: () => done.push('undone') });
    press('z');
    press('z');

    expect(done).toEqual(['undone']);
  });

  it('give the key back to whom it belonged, once they are gone', async () => {
    const done: string[] = [];
    const run = () => done.push('of the page');
    const leave = TestBed.inject(KeyboardShortcuts).register([{ key: 'z', label: 'Zoom', group: 'Everywhere', run }]);
    show('#7 resolved', { label: 'Undo', key: 'z', run: () => done.push('undone') });
    press('z');
    await settle();
    press('z');
    leave();

    expect(done).toEqual(['undone', 'of the page']);
  });

  it('give a failure the words of the API and the request to mention', () => {
    const problem = new ProblemError('The database is away.', 503, 'database_unavailable', 'req-9', [], 'Away');
    TestBed.inject(Notifications).showError('The ticket was not saved', problem);
    TestBed.tick();

    expect(text()).toContain('The ticket was not saved. The database is away. Request req-9.');
  });

  function show(...message: Parameters<Notifications['show']>): void {
    TestBed.inject(Notifications).show(...message);
    TestBed.tick();
  }

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  function text(): string {
    return document.querySelector('desk-snack-message')?.textContent ?? '';
  }

  function press(key: string): void {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }
});
