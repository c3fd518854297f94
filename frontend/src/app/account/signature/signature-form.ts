import { ChangeDetectionStrategy, Component, type OnInit, inject, input, output } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { AccountApi } from '../../api/account-api';
import type { Signature } from '../../api/model';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { atMost } from '../../kit/forms/rules';
import { Submission } from '../../kit/forms/submission';
import { TextField } from '../../ui/text-field';

const MAX = 1000;

/** A person's signature, to be written anew. */
@Component({
  selector: 'desk-signature-form',
  imports: [FailureBanner, MatButton, ReactiveFormsModule, TextField],
  providers: [Submission],
  template: `
    <form novalidate [attr.aria-busy]="submission.saving()" [formGroup]="form" (ngSubmit)="save()">
      <desk-text-field
        label="Signature"
        prose
        hint="Markdown, like **bold** and [links](https://example.com); empty for none"
        [rows]="5"
        [control]="form.controls.text"
      />
      @if (submission.failure(); as failed) {
        <desk-failure-banner what="The signature was not saved." [failure]="failed" />
      }
      <button matButton="filled" type="submit" [attr.aria-disabled]="submission.saving() || null">
        {{ submission.saving() ? 'Saving…' : 'Save' }}
      </button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      justify-items: start;
      gap: 16px;
    }

    desk-text-field {
      justify-self: stretch;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignatureForm implements OnInit {
  private readonly api = inject(AccountApi);
  protected readonly submission = inject(Submission);

  /** As it is kept, before anything is typed. */
  readonly kept = input.required<string>();
  readonly saved = output<Signature>();

  protected readonly form = inject(NonNullableFormBuilder).group({
    text: ['', atMost(MAX, (by) => `${by.toLocaleString('en')} too many: at most 1,000 characters.`, false)],
  });

  ngOnInit(): void {
    this.form.controls.text.setValue(this.kept());
  }

  protected save(): void {
    this.submission.send(
      this.form,
      () => this.api.saveSignature(this.form.getRawValue().text),
      (signature) => {
        this.form.controls.text.setValue(signature.text);
        this.saved.emit(signature);
      },
    );
  }
}
