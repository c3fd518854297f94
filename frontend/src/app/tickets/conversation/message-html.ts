import { ChangeDetectionStrategy, Component, ViewEncapsulation, computed, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { AttachmentsApi } from '../../api/attachments-api';
import type { AttachmentInfo } from '../../api/conversation-model';
import { harmlessHtml } from './harmless-html';
import { NOBODY } from './mention/mention-marks';

/** A message as it is to be read: what it is made of, and nothing else. What makes it harmless is loaded with it. */
@Component({
  selector: 'desk-message-html',
  template: ``,
  styleUrl: './message-html.scss',
  host: { dir: 'auto', '[innerHTML]': 'safe()', '[class.folded]': 'folded()' },
  // The elements come from outside and carry no mark of this component.
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessageHtml {
  readonly html = input.required<string>();
  /** What came with it: pictures among these are shown where they stand. */
  readonly attachments = input<readonly AttachmentInfo[]>([]);
  /** What is quoted does not show. */
  readonly folded = input(false);
  /** Names of the desk that are marked behind an @: those of notes alone. */
  readonly mentionable = input(NOBODY);

  private readonly sanitizer = inject(DomSanitizer);
  private readonly files = inject(AttachmentsApi);
  // Safe: DOMPurify has left what is on a short list.
  protected readonly safe = computed(() => this.sanitizer.bypassSecurityTrustHtml(this.harmless()));

  private harmless(): string {
    const ids = new Set(this.attachments().map(({ id }) => id));
    const own = (id: string) => (ids.has(id) ? this.files.address(id) : null);
    return harmlessHtml(this.html(), { own, remote: () => null }, this.mentionable());
  }
}
