import { Location } from '@angular/common';
import { type SpyLocation, provideLocationMocks } from '@angular/common/testing';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialog } from '@angular/material/dialog';
import { TextField } from '../../ui/text-field';
import { DialogFoot } from './dialog-foot';
import { DialogSubmission } from './dialog-submission';
import { Dialogs } from './dialogs';

@Component({
  imports: [DialogFoot, ReactiveFormsModule, TextField],
  providers: [DialogSubmission],
  template: `
    <form [formGroup]="form">
      <desk-text-field label="Name" [control]="form.controls.name" />
      <desk-dialog-foot action="Save" saving="Saving" />
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Form {
  readonly form = inject(NonNullableFormBuilder).group({ name: 'Nora' });
}

describe('leaving a form over the page', () => {
  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideLocationMocks(), { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }],
    });
    TestBed.inject(Dialogs).form<Form, never>(Form, null).subscribe();
    await settle();
  });

  afterEach(async () => {
    TestBed.inject(MatDialog).closeAll();
    await settle();
  });

  it('by Esc closes it while nothing was written', async () => {
    await escape();

    expect(isOpen()).toBe(false);
  });

  it('by Esc closes it when what was written was taken back', async () => {
    await write('Noah');
    await write('Nora');
    await escape();

    expect(isOpen()).toBe(false);
  });

  it('asks before what was written is lost, and goes on where the person was', async () => {
    await write('Noah');
    await escape();
    expect(question()).toContain('What you have written is not saved.');
    expect(document.activeElement?.textContent.trim()).toBe('Go on writing');

    await press('Go on writing');
    expect(question()).toBe('');
    expect(document.activeElement).toBe(field());
    expect(field().value).toBe('Noah');
  });

  it('discards it only when told so', async () => {
    await write('Noah');
    await escape();
    await escape();
    expect(isOpen()).toBe(true);
    await escape();
    await press('Discard it');

    expect(isOpen()).toBe(false);
  });

  it('leaves the Esc of an input method alone', async () => {
    await escape(229);

    expect(isOpen()).toBe(true);
  });

  it('by Back closes it while nothing was written, and asks otherwise', async () => {
    await write('Noah');
    await back();
    await back();
    expect(question()).toContain('What you have written is not saved.');
    await press('Go on writing');
    expect(field().value).toBe('Noah');

    await write('Nora');
    await back();
    expect(isOpen()).toBe(false);
  });

  it('with the page is asked about by the browser, only when something was written', async () => {
    expect(unload().defaultPrevented).toBe(false);
    await write('Noah');
    expect(unload().defaultPrevented).toBe(true);
  });

  async function back(): Promise<void> {
    (TestBed.inject(Location) as SpyLocation).simulateUrlPop('/elsewhere');
    await settle();
  }

  function unload(): Event {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event;
  }

  async function escape(keyCode = 27): Promise<void> {
    document.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', keyCode, bubbles: true, cancelable: true }),
    );
    await settle();
  }

  async function write(text: string): Promise<void> {
    field().focus();
    field().value = text;
    field().dispatchEvent(new Event('input'));
    await settle();
  }

  async function press(name: string): Promise<void> {
    [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name)!.click();
    await settle();
  }

  function field(): HTMLInputElement {
    return document.querySelector('mat-dialog-container input')!;
  }

  function question(): string {
    return document.querySelector('desk-banner')?.textContent ?? '';
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
