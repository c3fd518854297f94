import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { AttachmentsApi } from '../../api/attachments-api';
import type { AttachmentInfo } from '../../api/conversation-model';
import { registerIcons } from '../../ui/icons';
import { ATTACHMENT_ICONS } from './attachment-icon-set';
import { sizeWords } from '../../ui/size-words';
import { fileIcon } from './attachment-words';

/** The files that came with a message, each a way to save it; images in small. */
@Component({
  selector: 'desk-attachment-list',
  imports: [MatIcon],
  templateUrl: './attachment-list.html',
  styleUrl: './attachment-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AttachmentList {
  readonly attachments = input.required<readonly AttachmentInfo[]>();

  private readonly api = inject(AttachmentsApi);
  /** Of which no small picture is to be had. */
  private readonly plain = signal<ReadonlySet<string>>(new Set());
  protected readonly files = computed(() =>
    this.attachments().map((file) => ({
      ...{ id: file.id, name: file.name, size: sizeWords(file.size), icon: fileIcon(file.type) },
      url: this.api.address(file.id),
      picture: file.type.startsWith('image/') && !this.plain().has(file.id) ? this.api.thumbnailAddress(file.id) : null,
    })),
  );

  constructor() {
    registerIcons(ATTACHMENT_ICONS);
  }

  protected showPlain(id: string): void {
    this.plain.update((ids) => new Set([...ids, id]));
  }
}
