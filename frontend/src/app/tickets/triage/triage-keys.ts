import { DestroyRef, Injectable, inject } from '@angular/core';
import { KeyTurns } from '../../core/key-turns';
import { KeyboardShortcuts, type Shortcut } from '../../core/keyboard-shortcuts';
import { TriageChoice } from './triage-choice';
import { TriageSession } from './triage-session';
import { TriageSimilar } from './triage-similar';

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/**
 * The keys of triage. While a proposal stands, 1 to 3 act on it; where something is to be chosen all digits choose, and
 * letters alone act. Keys typed before a suggestion has come are for what it says. Provided by the page.
 */
@Injectable()
export class TriageKeys {
  private readonly choice = inject(TriageChoice);
  private readonly destroyed = inject(DestroyRef);
  private readonly session = inject(TriageSession);
  private readonly shortcuts = inject(KeyboardShortcuts);
  private readonly similar = inject(TriageSimilar);

  constructor() {
    inject(KeyTurns).while(
      () => this.choice.said() === 'waiting' || (this.session.loading() && !this.session.begun()),
      this.destroyed,
    );
  }

  /** As long as the page stands. */
  register(leave: () => void, open: () => void): void {
    const key = (name: string, label: string, run: () => void): Shortcut => ({
      key: name,
      label,
      group: 'Triage',
      run,
    });
    const silent = (name: string, run: () => void): Shortcut => ({ ...key(name, '', run), listed: false });
    this.shortcuts.register(
      [
        ...DIGITS.map((digit) => silent(String(digit), () => this.digit(digit))),
        { key: '1', label: 'Accept what is proposed', group: 'Triage' },
        { key: '2', label: 'Correct it, then a digit', group: 'Triage' },
        { key: '3', label: 'Skip', group: 'Triage' },
        { key: '1-9', label: 'Choose, where there is something to choose', group: 'Triage', caps: ['1', '…', '9'] },
        silent('a', () => this.choice.accept()),
        silent('e', () => this.choice.correct()),
        silent('s', () => this.choice.skip()),
        key('d', 'Close it as a duplicate', () => this.similar.close()),
        key('p', 'Change the priority', () => this.choice.changePriority()),
        key('o', 'Open the whole ticket', open),
        key('Escape', 'Back, or pause', () => this.choice.back() || leave()),
      ],
      this.destroyed,
    );
  }

  private digit(digit: number): void {
    if (this.choice.mode() !== 'proposed') {
      const option = this.choice.options()[digit - 1];
      if (option) this.choice.pick(option);
    } else if (digit === 1) this.choice.accept();
    else if (digit === 2) this.choice.correct();
    else if (digit === 3) this.choice.skip();
  }
}
