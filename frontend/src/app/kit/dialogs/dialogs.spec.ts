import { Location } from '@angular/common';
import { type SpyLocation, provideLocationMocks } from '@angular/common/testing';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialog } from '@angular/material/dialog';
import { Subject } from 'rxjs';
import { ProblemError } from '../../api/problem-error';
import { Dialogs } from './dialogs';

describe('a question before something is done', () => {
  let doing: Subject<string>[];
  let heard: string[];
  let asker: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideLocationMocks(), { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }],
    });
    doing = [];
    heard = [];
    asker = document.body.appendChild(document.createElement('button'));
    asker.focus();
    await ask();
  });

  afterEach(async () => {
    TestBed.inject(MatDialog).closeAll();
    await settle();
    asker.remove();
  });

  it('is read first, and does nothing yet', () => {
    expect(document.querySelector('[role="alertdialog"]')?.textContent).toContain('It is gone then.');
    expect(document.activeElement?.textContent).toBe('Delete it?');
    expect(doing).toEqual([]);
  });

  it('does it once, cannot be left meanwhile, and closes with what it gave', async () => {
    await press('Delete');
    await press('Delete');
    expect(doing).toHaveLength(1);
    document.querySelector<HTMLElement>('.cdk-overlay-backdrop')!.click();
    await settle();
    await back();
    expect(isOpen()).toBe(true);

    doing[0]!.next('gone');
    doing[0]!.complete();
    await settle();
    expect(heard).toEqual(['gone', 'over']);
    expect(isOpen()).toBe(false);
  });

  it('stays and says why it was not done, and can be tried again', async () => {
    await press('Delete');
    doing[0]!.error(new ProblemError('It is in use.', 503, 'database_unavailable', null, [], 'In use'));
    await settle();
    expect(document.querySelector('desk-failure-banner')?.textContent).toContain('It is in use.');

    await press('Try again');
    expect(document.querySelector('desk-failure-banner')).toBeNull();
    expect(doing).toHaveLength(2);
  });

  it('offers no second try of what was refused for good', async () => {
    await press('Delete');
    doing[0]!.error(new ProblemError('Make somebody else an admin first.', 409, 'last_admin', null, [], 'No admin'));
    await settle();

    expect(buttons()).toEqual(['Close']);
    await press('Close');
    expect(isOpen()).toBe(false);
  });

  it('gives the focus back as soon as it is answered', async () => {
    await press('Cancel');

    expect(document.activeElement).toBe(asker);
  });

  it('says nothing more when it is answered with no', async () => {
    await press('Cancel');

    expect(heard).toEqual(['over']);
    expect(doing).toEqual([]);
  });

  it('is answered with no by Back', async () => {
    await back();

    expect(isOpen()).toBe(false);
    expect(doing).toEqual([]);
  });

  it('is asked one at a time', async () => {
    await ask();

    expect(document.querySelectorAll('mat-dialog-container')).toHaveLength(1);
  });

  async function ask(): Promise<void> {
    const run = () => {
      doing.push(new Subject());
      return doing.at(-1)!;
    };
    const question = {
      heading: 'Delete it?',
      consequences: ['It is gone then.'],
      confirm: 'Delete',
      danger: true,
      run,
    };
    TestBed.inject(Dialogs)
      .confirm(question)
      .subscribe({ next: (done) => heard.push(done), complete: () => heard.push('over') });
    await settle();
  }

  async function back(): Promise<void> {
    (TestBed.inject(Location) as SpyLocation).simulateUrlPop('/elsewhere');
    await settle();
  }

  async function press(name: string): Promise<void> {
    [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name)!.click();
    await settle();
  }

  function buttons(): string[] {
    return [...document.querySelectorAll('mat-dialog-container button')].map((one) => one.textContent.trim());
  }

  function isOpen(): boolean {
    return document.querySelector('mat-dialog-container') !== null;
  }

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
});
