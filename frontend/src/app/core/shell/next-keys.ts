import { LiveAnnouncer } from '@angular/cdk/a11y';
import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { KeyCap } from '../../ui/key-cap';
import { KeyboardShortcuts } from '../keyboard-shortcuts';

/** Who knows the keys has typed the next one by then, and is told nothing. */
const PAUSE_MS = 500;

/** While a sequence of keys has begun: what can follow. It covers nothing and goes with the sequence. */
@Component({
  selector: 'desk-next-keys',
  imports: [KeyCap],
  template: `
    @if (shortcuts.following(); as sequence) {
      <p aria-hidden="true">
        <desk-key-cap>{{ cap(sequence.begun) }}</desk-key-cap>
        <span class="then">then</span>
        @for (shortcut of sequence.next; track shortcut.key) {
          <span class="next">
            <desk-key-cap>{{ cap(shortcut.key) }}</desk-key-cap>
            <span class="word">{{ shortcut.short ?? shortcut.label }}</span>
          </span>
        }
      </p>
    }
  `,
  styles: `
    :host {
      flex: none;
      color: var(--desk-quiet);
      font: var(--mat-sys-body-small);
      font-size: 12px;
      white-space: nowrap;
    }

    p {
      display: flex;
      align-items: center;
      gap: 12px;
      margin: 0;
      // Fast fingers see none of it.
      animation: appear 150ms 200ms backwards;
    }

    .next {
      display: inline-flex;
      align-items: center;
      gap: 6px;
    }

    @keyframes appear {
      from {
        opacity: 0;
      }
    }

    :host(:empty) {
      display: none;
    }

    // The search beside it gives way; there is not always room for words.
    @media (max-width: 959px) {
      .word {
        display: none;
      }

      p {
        gap: 6px;
      }
    }

    // A phone has no room, and seldom keys: there it is only read aloud.
    @media (max-width: 599px) {
      :host {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextKeys {
  protected readonly shortcuts = inject(KeyboardShortcuts);

  constructor() {
    const announcer = inject(LiveAnnouncer);
    effect((onCleanup) => {
      const sequence = this.shortcuts.following();
      if (!sequence) return;
      const words = sequence.next.map(({ key, label }) => `${this.cap(key)} ${label}`).join(', ');
      const later = setTimeout(() => void announcer.announce(`${this.cap(sequence.begun)}, then ${words}`), PAUSE_MS);
      onCleanup(() => clearTimeout(later));
    });
  }

  /** The last key of a sequence as its cap reads. */
  protected cap(keys: string): string {
    return keys.split(' ').at(-1)?.toUpperCase() ?? '';
  }
}
