import { type ComponentType } from '@angular/cdk/portal';
import { DOCUMENT, Injectable, Injector, afterNextRender, inject } from '@angular/core';
import { MatDialog, type MatDialogConfig, type MatDialogRef, MatDialogState } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { KeyTurns } from './key-turns';

/**
 * Opens every dialog of the desk. The focus is inside as soon as the dialog is drawn, before anything can be typed, and
 * is taken from nobody afterwards; it is back where it was as soon as the dialog closes, while that still fades.
 */
@Injectable({ providedIn: 'root' })
export class DialogOpening {
  private readonly dialog = inject(MatDialog);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly turns = inject(KeyTurns);

  open<Component, Data, Result>(
    component: ComponentType<Component>,
    config: Omit<MatDialogConfig<Data>, 'delayFocusTrap'>,
  ): MatDialogRef<Component, Result> {
    let before: Element | null = null;
    // A menu that the dialog was chosen from gives the focus back first; the dialog takes it later in this rendering.
    afterNextRender({ earlyRead: () => (before = this.document.activeElement) }, { injector: this.injector });
    const opened = this.dialog.open<Component, Data, Result>(component, {
      ariaModal: true,
      // Material would wait for the end of its motion.
      delayFocusTrap: false,
      ...config,
    });
    opened.beforeClosed().subscribe(() => {
      const container = this.document.getElementById(opened.id);
      const hadFocus = container?.contains(this.document.activeElement);
      container?.toggleAttribute('inert', true);
      if (hadFocus && before instanceof HTMLElement && before.isConnected) before.focus();
      // It would hear the next keys until it is gone.
      void this.turns.until(firstValueFrom(opened.afterClosed(), { defaultValue: undefined }));
    });
    return opened;
  }

  /** One stands open; one that only fades from sight does not count. */
  isBusy(): boolean {
    return this.dialog.openDialogs.some((one) => one.getState() === MatDialogState.OPEN);
  }

  closeAll(): void {
    this.dialog.closeAll();
  }

  /** Waits until those that were closed are gone. */
  async settled(): Promise<void> {
    const closing = this.dialog.openDialogs.filter((one) => one.getState() !== MatDialogState.OPEN);
    await Promise.all(closing.map((one) => firstValueFrom(one.afterClosed(), { defaultValue: undefined })));
  }
}
