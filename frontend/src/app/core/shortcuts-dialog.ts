import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { KeyCap } from '../ui/key-cap';
import { KeyboardShortcuts } from './keyboard-shortcuts';
import type { Shortcut } from './keyboard-shortcuts';

const CAPS: Readonly<Record<string, string>> = { Escape: 'Esc' };

/** Every key that works on this page, and the switch that turns single keys off. */
@Component({
  selector: 'desk-shortcuts-dialog',
  imports: [KeyCap, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, MatSlideToggle],
  templateUrl: './shortcuts-dialog.html',
  styleUrl: './shortcuts-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShortcutsDialog {
  protected readonly shortcuts = inject(KeyboardShortcuts);
  protected readonly groups = computed(() => Map.groupBy(this.shortcuts.listed(), (shortcut) => shortcut.group));

  protected caps(shortcut: Shortcut): readonly string[] {
    return shortcut.caps ?? shortcut.key.split(' ').map((key) => CAPS[key] ?? key.toUpperCase());
  }

  protected isSequence(shortcut: Shortcut): boolean {
    return shortcut.key.includes(' ');
  }
}
