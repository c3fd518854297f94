import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { FormControl } from '@angular/forms';
import { MatError } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { startWith, switchMap, tap } from 'rxjs';
import type { AttachmentInfo } from '../../api/conversation-model';
import { Attaching } from '../../tickets/conversation/attaching';
import { AttachingTo } from '../../tickets/conversation/attaching-to';
import { AttachmentSending } from '../../tickets/conversation/attachment-sending';
import { fieldMessage } from '../../ui/field-message';
import { sizeWords } from '../../ui/size-words';
import { CannedAttaching } from './canned-attaching';

/** A form field for the files of a canned answer; its control holds their ids. What is dropped on the group around it is attached. */
@Component({
  selector: 'desk-canned-files-field',
  imports: [Attaching, MatError, MatIcon],
  providers: [CannedAttaching, { provide: AttachingTo, useExisting: CannedAttaching }],
  template: `
    <div class="field-label" aria-hidden="true">Files</div>
    <div class="files">
      <desk-attaching words="Add files"
        ><span class="most small">{{ most() }}</span></desk-attaching
      >
    </div>
    @if (message(); as words) {
      <mat-error><mat-icon class="icon-16" svgIcon="error" />{{ words }}</mat-error>
    }
    <p class="small" role="status">{{ waits() }}</p>
  `,
  styles: `
    :host {
      display: block;
    }

    .field-label {
      margin-bottom: 4px;
    }

    .files {
      --attaching-inset: 0;

      display: flex;
      flex-wrap: wrap;
      row-gap: 4px;
      color: var(--mat-sys-on-surface);
    }

    .most {
      margin-inline-start: auto;
      text-align: end;
    }

    mat-error {
      display: flex;
      align-items: center;
      gap: 4px;
      margin-top: 4px;
      color: var(--mat-sys-error);
      font: var(--mat-sys-body-small);
    }

    p:not(:empty) {
      margin-top: 4px;
    }
  `,
  host: { '[class.ng-invalid]': 'message() !== null' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CannedFilesField {
  /** Ids with a space between two. Its errors are sentences. */
  readonly control = input.required<FormControl<string>>();
  /** What the answer has on the desk by now. */
  readonly kept = input<readonly AttachmentInfo[]>([]);

  private readonly attaching = inject(CannedAttaching);
  private readonly bytes = toSignal(inject(AttachmentSending).most, { initialValue: null });
  private readonly told = fieldMessage(this.control);
  protected readonly message = computed(() => this.told() ?? (this.attaching.full() || null));
  protected readonly most = computed(() => {
    const bytes = this.bytes();
    return bytes === null ? 'Up to 20' : `Up to 20, each up to ${sizeWords(bytes)}`;
  });

  readonly files = this.attaching.attachments;
  /** Why it cannot be saved yet; '' when it can. */
  readonly waits = this.attaching.waits;

  constructor() {
    effect(() => {
      const kept = this.kept();
      untracked(() => this.attaching.keep(kept));
    });
    toObservable(this.control)
      .pipe(
        switchMap((control) =>
          control.valueChanges.pipe(
            startWith(control.value),
            tap((value) => this.attaching.follow(control, value)),
          ),
        ),
        takeUntilDestroyed(),
      )
      .subscribe();
  }
}
