import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { registerIcons } from '../../ui/icons';
import type { Copies, FileLook } from './attachment-uploads';
import { type AttachmentChip, AttachmentChips } from './attachment-chips';
import { ATTACHMENT_ICONS } from './attachment-icon-set';
import { type PointInWindow, catchFiles } from './file-catching';
import { isPicture } from './picture-names';

/** A text that pictures can be put into, by what they are named by. */
export interface PicturePlace {
  insertPictures(names: readonly string[], dropped?: PointInWindow): void;
}

/** The files of the message that is being written: attached by button, paste and drop, each with how far it has come. */
@Component({
  selector: 'desk-attaching',
  imports: [MatIcon, MatIconButton, MatTooltip],
  providers: [AttachmentChips],
  templateUrl: './attaching.html',
  styleUrl: './attaching.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Attaching {
  /** What the button says, where it has the room; without it there is an icon. */
  readonly words = input('');

  /** Where pictures stand that are pasted or dropped; without it they are attached as all other files. */
  readonly place = input<PicturePlace | null>(null);

  private readonly files = inject(AttachmentChips);
  private readonly button = viewChild.required<unknown, ElementRef<HTMLElement>>('button', { read: ElementRef });

  protected readonly chips = computed(() =>
    this.files.chips().map((chip) => ({ ...chip, picture: this.plain().has(chip.key) ? null : chip.picture })),
  );
  /** Of which no small picture is to be had. */
  private readonly plain = signal<ReadonlySet<string>>(new Set());
  protected readonly over = signal(false);
  /** For those who listen. */
  protected readonly told = this.files.told;

  constructor() {
    registerIcons(ATTACHMENT_ICONS);
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const ending = new AbortController();
    inject(DestroyRef).onDestroy(() => ending.abort());
    afterNextRender(() => {
      const box = element.closest<HTMLElement>('[role=group]');
      const catching = {
        take: (files: readonly File[], at?: PointInWindow) => this.take(files, at),
        hover: (on: boolean) => this.over.set(on),
      };
      if (box) catchFiles(box, catching, ending.signal);
    });
  }

  /** Files that the desk has already, which it copies. */
  addCopies(files: readonly FileLook[], copies: Copies): void {
    if (files.length > 0) this.files.addCopies(files, copies);
  }

  private take(files: readonly File[], at?: PointInWindow): void {
    const place = this.place();
    const pictures = place ? files.filter(({ type }) => isPicture(type)) : [];
    if (pictures.length < files.length) this.files.add(files.filter((file) => !pictures.includes(file)));
    if (pictures.length > 0) place?.insertPictures(this.files.addPictures(pictures), at);
  }

  protected pick(picker: HTMLInputElement): void {
    this.files.add([...(picker.files ?? [])]);
    // The same file may be picked once more.
    picker.value = '';
  }

  protected tryAgain(chip: AttachmentChip): void {
    this.files.tryAgain(chip);
    this.focus();
  }

  protected remove(chip: AttachmentChip): void {
    this.files.remove(chip);
    this.focus();
  }

  protected showPlain(key: string): void {
    this.plain.update((keys) => new Set([...keys, key]));
  }

  /** What had the focus is gone. */
  private focus(): void {
    this.button().nativeElement.focus();
  }
}
