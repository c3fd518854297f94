import { getDebugNode } from '@angular/core';
import type { MarkdownEditor } from '../conversation/editor/markdown-editor';

/** Lets an editor write in the simulated browser, which knows no places of letters. */
export function withPlaces(): void {
  const nowhere = { top: 0, right: 0, bottom: 0, left: 0, width: 0, height: 0 } as DOMRect;
  Range.prototype.getBoundingClientRect = () => nowhere;
  Range.prototype.getClientRects = () => [nowhere] as unknown as DOMRectList;
}

/** Writes Markdown into the editor of the page. */
export function typeInEditor(markdown: string): void {
  const element = document.querySelector('desk-markdown-editor');
  if (!element) throw new Error('There is nothing to write in');
  (getDebugNode(element)?.componentInstance as MarkdownEditor).insert(markdown);
}
