import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Notifications } from './notifications';
import { SnackMessages } from './snack-messages';
import { type Step, Undo } from './undo';

describe('undoing', () => {
  let undo: Undo;
  let taken: string[];

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [{ provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }],
    });
    TestBed.inject(Notifications).drawnBy(TestBed.inject(SnackMessages));
    undo = TestBed.inject(Undo);
    taken = [];
  });

  afterEach(() => TestBed.inject(MatSnackBar).dismiss());

  it('goes back step by step with Z, and says when nothing is left', () => {
    step('first');
    step('second');
    press();
    press();
    expect(taken).toEqual(['second', 'first']);
    expect(message()).toBe('');

    press();
    expect(message()).toBe('Nothing is left to undo');
  });

  it('takes one step alone, once, and leaves the others', () => {
    const first = step('first');
    step('second');
    undo.take(first);
    undo.take(first);
    press();
    expect(taken).toEqual(['first', 'second']);
  });

  it('passes over what was not done after all', () => {
    step('first');
    undo.forget(step('second'));
    press();
    expect(taken).toEqual(['first']);
  });

  it('remembers a hundred steps', () => {
    for (let i = 0; i < 103; i += 1) step(String(i));
    for (let i = 0; i < 103; i += 1) undo.back();
    expect(taken).toHaveLength(100);
    expect(taken.at(-1)).toBe('3');
  });

  function step(name: string): Step {
    const one = { takeBack: () => taken.push(name) };
    undo.add(one);
    return one;
  }

  function press(): void {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', bubbles: true, cancelable: true }));
    TestBed.tick();
  }

  function message(): string {
    return document.querySelector('desk-snack-message')?.textContent.trim() ?? '';
  }
});
