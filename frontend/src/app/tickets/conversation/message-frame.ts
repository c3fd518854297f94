import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  ViewEncapsulation,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { AttachmentsApi } from '../../api/attachments-api';
import type { AttachmentInfo } from '../../api/conversation-model';
import { Theme } from '../../core/theme';
import { harmlessHtml } from './harmless-html';
import { NOBODY } from './mention/mention-marks';

/** As it lies in the message, whatever the page around it is like. */
const AS_IN_THE_MESSAGE = `
  html, body { height: auto; min-height: 0; margin: 0; padding: 0; background: transparent; }
  html { overflow: auto hidden; }
  body { overflow: visible; color: var(--mat-sys-on-surface); font: var(--mat-sys-body-medium); }
`;

/**
 * A message with its pictures from elsewhere, in a page of its own: the policy of the desk's own page lets none of them come, and that of
 * the frame (`GET /api/message-frame`) lets nothing run. This page, which may reach into the frame, fills it.
 */
@Component({
  selector: 'desk-message-frame',
  template: `
    <iframe
      #frame
      src="api/message-frame"
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerpolicy="no-referrer"
      title="The message with its pictures"
      (load)="loaded(frame)"
    ></iframe>
  `,
  // Those of the message, which leave the page with the last message that is not in a frame.
  styleUrl: './message-html.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessageFrame {
  readonly html = input.required<string>();
  /** What came with it: pictures among these are shown where they stand. */
  readonly attachments = input<readonly AttachmentInfo[]>([]);
  /** What is quoted does not show. */
  readonly folded = input(false);
  /** Names of the desk that are marked behind an @: those of notes alone. */
  readonly mentionable = input(NOBODY);
  /** There is no frame to be had. */
  readonly failed = output();

  private readonly files = inject(AttachmentsApi);
  private readonly theme = inject(Theme);
  private readonly frame = viewChild.required<ElementRef<HTMLIFrameElement>>('frame');
  private readonly page = signal<Document | null>(null);
  private readonly harmless = computed(() => {
    const ids = new Set(this.attachments().map(({ id }) => id));
    const own = (id: string) => (ids.has(id) ? this.files.address(id) : null);
    return harmlessHtml(this.html(), { own, remote: ({ href }) => href }, this.mentionable());
  });

  constructor() {
    effect(() => {
      const page = this.page();
      if (page) page.documentElement.dataset['theme'] = this.theme.scheme();
    });
    effect(() => {
      const message = this.page()?.querySelector('desk-message-html');
      // Safe: DOMPurify has left what is on a short list, and the policy of the frame lets nothing run.
      if (message) message.innerHTML = this.harmless();
    });
    effect(() => {
      this.page()?.querySelector('desk-message-html')?.classList.toggle('folded', this.folded());
    });
    effect((onCleanup) => {
      const page = this.page();
      if (!page) return;
      const frame = this.frame().nativeElement;
      const observer = new ResizeObserver(() => {
        frame.style.height = `${String(page.documentElement.offsetHeight)}px`;
      });
      observer.observe(page.documentElement);
      onCleanup(() => observer.disconnect());
    });
  }

  protected loaded({ contentDocument: page }: HTMLIFrameElement): void {
    if (!page?.documentElement.hasAttribute('data-message-frame')) {
      this.failed.emit();
      return;
    }
    page.head.append(...looksOf(document).map((look) => page.importNode(look, true)), styleOf(page));
    const message = page.createElement('desk-message-html');
    message.dir = 'auto';
    page.body.replaceChildren(message);
    this.page.set(page);
  }
}

/** The styles of the desk's page that a message is shown by: those of all elements, and its own. */
function looksOf(desk: Document): HTMLElement[] {
  const sheets = [...desk.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map((link) => {
    const sheet = link.cloneNode() as HTMLLinkElement;
    sheet.href = link.href;
    return sheet;
  });
  const styles = [...desk.querySelectorAll('style')].filter(({ textContent }) =>
    textContent.includes('desk-message-html'),
  );
  return [...sheets, ...styles];
}

function styleOf(page: Document): HTMLStyleElement {
  const style = page.createElement('style');
  style.textContent = AS_IN_THE_MESSAGE;
  return style;
}
