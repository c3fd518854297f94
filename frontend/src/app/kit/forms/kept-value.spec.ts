import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { Notifications } from '../../core/notifications';
import { KeptValue } from './kept-value';

@Component({
  imports: [KeptValue],
  template: `<input
    type="number"
    required
    step="any"
    max="99"
    [deskKeptValue]="chosen() ?? value()"
    [deskKeptStored]="value()"
  />`,
})
class Host {
  readonly value = signal(80);
  /** What the person here has chosen beside the field. */
  readonly chosen = signal<number | null>(null);
}

describe('a field that others set', () => {
  const show = jest.fn();

  function open() {
    show.mockClear();
    TestBed.configureTestingModule({ providers: [{ provide: Notifications, useValue: { show } }] });
    const fixture = TestBed.createComponent(Host);
    const field = (fixture.nativeElement as HTMLElement).querySelector('input')!;
    const set = (value: number) => {
      fixture.componentInstance.value.set(value);
      TestBed.tick();
    };
    const choose = (value: number) => {
      fixture.componentInstance.chosen.set(value);
      TestBed.tick();
    };
    const write = (value: string, ...events: string[]) => {
      field.value = value;
      events.forEach((event) => field.dispatchEvent(new Event(event)));
    };
    TestBed.tick();
    return { field, set, choose, write };
  }

  it('shows what they set while nobody writes in it', () => {
    const { field, set } = open();
    expect(field.value).toBe('80');
    set(77);
    expect(field.value).toBe('77');
    expect(show).not.toHaveBeenCalled();
  });

  it('keeps what a person is writing, and tells what was set', () => {
    const { field, set, write } = open();
    write('81.', 'input');
    set(77);
    expect(show).toHaveBeenCalledWith('Another admin set this to 77. What you wrote is still here');
    write('500', 'input', 'change');
    set(78);
    expect(field.value).toBe('500');
  });

  it('follows again once what was written is taken', () => {
    const { field, set, write } = open();
    write('81', 'input', 'change');
    set(81);
    set(77);
    expect(field.value).toBe('77');
    expect(show).not.toHaveBeenCalled();
  });

  it("is nobody's any more once it is as it was", () => {
    const { field, set, write } = open();
    write('500', 'input', 'change');
    write('80', 'input', 'blur');
    set(77);
    expect(field.value).toBe('77');
    expect(show).not.toHaveBeenCalled();
  });

  it('takes what the person here chooses beside it in place of what they wrote wrongly', () => {
    const { field, set, choose, write } = open();
    write('500', 'input', 'change', 'blur');
    choose(0);
    expect(field.value).toBe('0');
    // Saved: it is what it was.
    set(0);
    expect(show).not.toHaveBeenCalled();
  });

  it('does not tell a person what they sent themselves, and keeps what they write since', () => {
    const { field, set, write } = open();
    write('87.50', 'input', 'change');
    write('88.', 'input');
    set(87.5);
    expect(show).not.toHaveBeenCalled();
    expect(field.value).not.toBe('87.5');
    set(70);
    expect(show).toHaveBeenCalledWith('Another admin set this to 70. What you wrote is still here');
  });
});
