import {
  ChangeDetectionStrategy,
  Component,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import type { CannedAnswer } from '../../api/canned-answers-api';
import type { MessageKind } from '../../api/conversation-model';
import type { Status } from '../../api/model';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { isComposing } from '../../ui/composing';
import { registerIcons } from '../../ui/icons';
import { KeyCap } from '../../ui/key-cap';
import { clockTime } from '../../ui/moment-words';
import { type Segment, SegmentSwitch } from '../../ui/segment-switch';
import { TicketNames } from '../ticket-names';
import { Attaching } from './attaching';
import { COMPOSER_ICONS } from './composer-icon-set';
import { CannedInMessage } from './canned/canned-in-message';
import { CannedMenu } from './canned/canned-menu';
import type { Known } from './canned/filled-in';
import { stepOptions } from './canned/step-options';
import { Composing } from './composing';
import { MarkdownEditor } from './editor/markdown-editor';
import { PictureBar } from './editor/picture-bar';
import { ShapingBar } from './editor/shaping-bar';
import { ShapingMenu } from './editor/shaping-menu';
import { MentionMenu } from './mention/mention-menu';
import { MessagePictures } from './message-pictures';
import { MessageSending } from './message-sending';
import { PicturesInText } from './pictures-in-text';
import { ReplyRecipients } from './reply-recipients';
import { SignatureLine } from './signature-line';
import { StepChips } from './canned/step-chips';

const KINDS: readonly Segment<MessageKind>[] = [
  { value: 'reply', label: 'Reply', icon: { off: 'reply', on: 'reply' } },
  { value: 'note', label: 'Note', icon: { off: 'lock', on: 'lock-fill' }, tone: 'note' },
];

/** The open box that a message is written in: what it is, whom it reaches, its text, and the ways to send it. */
@Component({
  selector: 'desk-composer-box',
  imports: [
    Attaching,
    CannedMenu,
    FailureBanner,
    KeyCap,
    MarkdownEditor,
    MatButton,
    MatIcon,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    MatTooltip,
    MentionMenu,
    PictureBar,
    ReplyRecipients,
    SegmentSwitch,
    ShapingBar,
    ShapingMenu,
    SignatureLine,
    StepChips,
  ],
  providers: [MessagePictures, { provide: PicturesInText, useExisting: MessagePictures }],
  templateUrl: './composer-box.html',
  styleUrl: './composer-box.scss',
  host: {
    role: 'group',
    'aria-label': 'Write a message',
    '[class.note]': "composing.kind() === 'note'",
    '(keydown)': 'press($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComposerBox {
  /** What canned answers are filled with. */
  readonly known = input.required<Known>();

  protected readonly kinds = KINDS;
  protected readonly composing = inject(Composing);
  protected readonly sending = inject(MessageSending);
  protected readonly pictures = inject(MessagePictures);
  private readonly canned = inject(CannedInMessage);
  private readonly names = inject(TicketNames);
  private readonly field = viewChild.required(MarkdownEditor);

  protected readonly mentions = viewChild(MentionMenu);

  protected readonly placeholder = computed(() =>
    this.composing.kind() === 'note' ? 'Write a note for the desk' : 'Write a reply',
  );
  /** What the ticket gets with it. */
  protected readonly steps = computed(() => stepOptions(this.composing.steps(), this.names));
  private readonly asking = computed(() => this.composing.asksWhether() !== null);
  /** It waits for the answer to a question. */
  protected readonly resting = computed(() => this.composing.overtakenBy() !== null || this.asking());
  protected readonly saved = computed(() => {
    const waitsFor = this.composing.waitsFor();
    if (waitsFor) return waitsFor;
    const kept = this.composing.kept();
    if (!kept) return '';
    return kept.where === 'desk' ? `Draft kept ${clockTime(kept.at)}` : 'Draft kept in this browser';
  });
  private readonly arrived = signal(false);

  constructor() {
    registerIcons(COMPOSER_ICONS);
    afterNextRender(() => {
      this.focus();
      this.arrived.set(true);
    });
  }

  /** Whether it can be typed in. Reads a signal. */
  isReady(): boolean {
    return this.arrived();
  }

  focus(): void {
    this.field().focus();
  }

  /** A canned answer stands in the text; its files come along. */
  protected take(answer: CannedAnswer, attaching: Attaching): void {
    this.composing.took(answer);
    attaching.addCopies(answer.attachments, this.canned.copiesOf(answer.id));
  }

  /** What could stand at the caret, as its sign opens it there. */
  protected open(menu: CannedMenu | MentionMenu): void {
    this.focus();
    this.field().leaveSelection();
    menu.open();
  }

  protected send(status?: Status): void {
    this.composing.send(status);
    // A question takes the focus itself.
    if (this.composing.isOpen() && !this.asking()) this.focus();
  }

  protected press(event: KeyboardEvent): void {
    // An input method uses both keys for itself.
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (this.asking()) this.composing.askNoMore();
      else this.composing.rest();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.send();
    }
  }
}
