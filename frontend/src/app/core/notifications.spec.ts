import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ProblemError } from '../api/problem-error';
import { Notifications } from './notifications';

describe('messages', () => {
  beforeEach(() =>
    TestBed.configureTestingModule({
      providers: [{ provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }],
    }),
  );

  afterEach(() => TestBed.inject(MatSnackBar).dismiss());

  it('say what happened', async () => {
    await show('Ticket #7 created');

    expect(text()).toContain('Ticket #7 created');
  });

  it('do their action by the button', async () => {
    const done: string[] = [];
    await show('#7 resolved', { label: 'Undo', run: () => done.push('undone') });
    document.querySelector<HTMLButtonElement>('desk-snack-message button')!.click();

    expect(done).toEqual(['undone']);
  });

  it('give a failure the words of the API and the request to mention', async () => {
    const problem = new ProblemError('The database is away.', 503, 'database_unavailable', 'req-9', [], 'Away');
    TestBed.inject(Notifications).showError('The ticket was not saved', problem);
    await drawn();

    expect(text()).toContain('The ticket was not saved. The database is away. Request req-9.');
  });

  it('offer to try again only what may pass', async () => {
    const refused = new ProblemError('There is no such ticket.', 404, 'ticket_not_found', null, [], 'Gone');
    TestBed.inject(Notifications).showError('It was not saved', refused, { label: 'Try again', run: () => undefined });
    await drawn();

    expect(document.querySelector('desk-snack-message button')).toBeNull();
  });

  it('are drawn at once when what draws them is there, and before that the last one of them', async () => {
    const shown: string[] = [];
    const notifications = TestBed.inject(Notifications);
    notifications.show('The first');
    notifications.show('The second');
    notifications.drawnBy({ show: (message) => shown.push(message.text) });
    expect(shown).toEqual(['The second']);

    notifications.show('The third');
    expect(shown).toEqual(['The second', 'The third']);
    await drawn();
  });

  async function show(...message: Parameters<Notifications['show']>): Promise<void> {
    TestBed.inject(Notifications).show(...message);
    await drawn();
  }

  async function drawn(): Promise<void> {
    await TestBed.inject(ApplicationRef).whenStable();
    TestBed.tick();
  }

  function text(): string {
    return document.querySelector('desk-snack-message')?.textContent ?? '';
  }
});
