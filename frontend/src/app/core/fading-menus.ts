/**
 * Takes away the menus that are closed and only fade from sight. Until they are gone Material gives them the keys that a
 * person types next.
 */
export function endFading(document: Document): void {
  for (const panel of document.querySelectorAll('.mat-menu-panel-exit-animation')) {
    panel.dispatchEvent(Object.assign(new Event('animationend'), { animationName: '_mat-menu-exit' }));
  }
}
