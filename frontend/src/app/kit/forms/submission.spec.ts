import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { Subject } from 'rxjs';
import { ProblemError } from '../../api/problem-error';
import { TextField } from '../../ui/text-field';
import { atMost, needed } from './rules';
import { Submission } from './submission';

@Component({
  imports: [ReactiveFormsModule, TextField],
  providers: [Submission],
  template: `
    <form [formGroup]="form">
      <desk-text-field label="Name" [control]="form.controls.name" />
      <desk-text-field label="Days" [control]="form.controls.days" />
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly submission = inject(Submission);
  readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [needed('Give a name.'), atMost(5, 'Too long.')]],
    days: '',
  });
  calls: Subject<string>[] = [];
  answers: string[] = [];

  send(): void {
    const call = () => {
      this.calls.push(new Subject());
      return this.calls.at(-1)!;
    };
    this.submission.send(this.form, call, (answer) => this.answers.push(answer), { expires_in_days: 'days' });
  }
}

describe('sending a form', () => {
  let fixture: ComponentFixture<Page>;
  let page: Page;

  beforeEach(async () => {
    fixture = TestBed.createComponent(Page);
    page = fixture.componentInstance;
    document.body.replaceChildren(fixture.nativeElement as Node);
    await settle();
  });

  it('says by the fields which rules they break, goes to the first, and asks nobody', async () => {
    expect(errors()).toEqual([]);
    await send();

    expect(errors()).toEqual(['Give a name.']);
    expect(document.activeElement).toBe(inputs()[0]);
    expect(page.calls).toEqual([]);
  });

  it('says nothing by a field that was only passed through', async () => {
    inputs()[0]!.dispatchEvent(new Event('blur'));
    await settle();
    expect(errors()).toEqual([]);

    await type(0, 'far too long');
    inputs()[0]!.dispatchEvent(new Event('blur'));
    await settle();
    expect(errors()).toEqual(['Too long.']);
  });

  it('happens once at a time, and gives the last answer', async () => {
    await type(0, 'Nora');
    await send();
    await send();
    expect(page.calls).toHaveLength(1);
    expect(page.submission.saving()).toBe(true);

    page.calls[0]!.next('first');
    page.calls[0]!.next('last');
    page.calls[0]!.complete();
    expect(page.answers).toEqual(['last']);
    expect(page.submission.saving()).toBe(false);
  });

  it('says what the API refuses by its field, keeps what was typed, and the rest in the failure', async () => {
    await type(0, 'Nora');
    await send();
    await refuse(400, [
      { field: 'expires_in_days', code: 'max', message: 'Too many days.' },
      { field: 'elsewhere', code: 'x', message: 'And this.' },
    ]);

    expect(errors()).toEqual(['Too many days.']);
    expect(document.activeElement).toBe(inputs()[1]);
    expect(inputs()[0]!.value).toBe('Nora');
    expect(page.submission.failure()).toEqual({ why: 'And this.', requestId: null, mayPass: false });
    await type(1, '7');
    expect(errors()).toEqual([]);
  });

  it('leaves the focus to who has gone on writing meanwhile', async () => {
    await type(0, 'Nora');
    inputs()[1]!.focus();
    await send();
    await type(1, '7');
    await refuse(400, [{ field: 'name', code: 'taken', message: 'There is one.' }]);

    expect(document.activeElement).toBe(inputs()[1]);
    expect(errors()).toEqual(['There is one.']);
  });

  it('has no failure when the fields say it all', async () => {
    await type(0, 'Nora');
    await send();
    await refuse(400, [{ field: 'name', code: 'taken', message: 'There is one.' }]);

    expect(page.submission.failure()).toBeNull();
  });

  it('can be tried again as it is, whatever the API had against it', async () => {
    await type(0, 'Nora');
    await send();
    await refuse(400, [{ field: 'name', code: 'taken', message: 'There is one.' }]);
    await send();

    expect(page.calls).toHaveLength(2);
    expect(errors()).toEqual([]);
  });

  it.each([
    [503, { why: 'It is away.', requestId: 'req-1', mayPass: true }],
    [409, { why: 'It is away.', requestId: null, mayPass: false }],
  ])('names the request to mention only when nobody here can mend it: %d', async (status, failure) => {
    await type(0, 'Nora');
    await send();
    await refuse(status, []);

    expect(page.submission.failure()).toEqual(failure);
  });

  async function send(): Promise<void> {
    page.send();
    await settle();
  }

  async function refuse(status: number, errors: ProblemError['errors']): Promise<void> {
    page.calls.at(-1)!.error(new ProblemError('It is away.', status, 'code', 'req-1', errors, 'Away'));
    await settle();
  }

  async function type(place: number, text: string): Promise<void> {
    const input = inputs()[place]!;
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await settle();
  }

  function inputs(): HTMLInputElement[] {
    return [...document.querySelectorAll('input')];
  }

  function errors(): string[] {
    return [...document.querySelectorAll('mat-error')].map((one) => one.textContent.trim());
  }

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 2; turn++) {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
});
