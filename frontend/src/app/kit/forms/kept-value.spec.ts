import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { Notifications } from '../../core/notifications';
import { KeptValue } from './kept-value';

@Component({
  imports: [KeptValue],
  template: `<input type="number" required max="99" [deskKeptValue]="value()" />`,
})
class Host {
  readonly value = signal(80);
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
    const write = (value: string, ...events: string[]) => {
      field.value = value;
      events.forEach((event) => field.dispatchEvent(new Event(event)));
    };
    TestBed.tick();
    return { field, set, write };
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
});
