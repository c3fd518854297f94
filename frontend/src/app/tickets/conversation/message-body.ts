import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { AttachmentInfo } from '../../api/conversation-model';
import { counted } from '../../ui/count-words';
import { registerIcons } from '../../ui/icons';
import { ATTACHMENT_ICONS } from './attachment-icon-set';
import { NOBODY } from './mention/mention-marks';
import { MessageFrame } from './message-frame';
import { MessageHtml } from './message-html';
import { remotePictures } from './remote-pictures';

/** So many hosts are named. */
const HOSTS_MAX = 3;

/** Of which HTML the pictures were asked for, and what became of that. */
export interface AskedPictures {
  readonly html: string;
  readonly state: 'shown' | 'failed';
}

/** The HTML of a message. Its pictures from elsewhere come when somebody asks for them, this time and for this message alone. */
@Component({
  selector: 'desk-message-body',
  imports: [MatButton, MatIcon, MessageFrame, MessageHtml],
  templateUrl: './message-body.html',
  styleUrl: './message-body.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessageBody {
  readonly html = input.required<string>();
  /** What came with it: pictures among these are shown where they stand. */
  readonly attachments = input<readonly AttachmentInfo[]>([]);
  /** What is quoted does not show. */
  readonly folded = input(false);
  /** Names of the desk that are marked behind an @: those of notes alone. */
  readonly mentionable = input(NOBODY);
  /** Null while none were asked for. */
  readonly asked = model<AskedPictures | null>(null);
  /** Those of another HTML were not asked for. */
  protected readonly state = computed(() => {
    const asked = this.asked();
    return asked?.html === this.html() ? asked.state : 'blocked';
  });

  protected readonly remote = computed(() => {
    const pictures = remotePictures(this.html());
    if (!pictures) return null;
    const { count, hosts } = pictures;
    const more = hosts.length - HOSTS_MAX;
    return {
      pictures: counted(count, 'picture'),
      hosts: hosts.slice(0, HOSTS_MAX),
      more: more > 0 ? ` and ${counted(more, 'other server')}` : '',
    };
  });
  constructor() {
    registerIcons(ATTACHMENT_ICONS);
  }

  protected ask(state: AskedPictures['state']): void {
    this.asked.set({ html: this.html(), state });
  }
}
