import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  input,
  signal,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { PortalApi } from '../../api/portal-api';
import type { PortalInfo } from '../../api/portal-model';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { matching, needed } from '../../kit/forms/rules';
import { Submission } from '../../kit/forms/submission';
import { Banner } from '../../ui/banner';
import { TextField } from '../../ui/text-field';

/** Enough to notice a slip; what is an address the desk knows better. */
const ADDRESS = /^\S+@\S+\.\S+$/;

/** Asks for an address and says where to look, in the same words whether the desk knows it or not. */
@Component({
  selector: 'desk-ask-for-link',
  imports: [Banner, FailureBanner, MatButton, MatIcon, ReactiveFormsModule, TextField],
  providers: [Submission],
  templateUrl: './ask-for-link.html',
  styleUrl: './ask-for-link.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskForLink {
  readonly desk = input.required<PortalInfo | undefined>();
  /** Somebody came with a link that is of no use any more. */
  readonly spent = input(false);

  private readonly api = inject(PortalApi);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly submission = inject(Submission);
  /** Where a link went; null until one did. */
  protected readonly sentTo = signal<string | null>(null);
  protected readonly form = inject(NonNullableFormBuilder).group({
    address: [
      '',
      [needed('Enter your e-mail address.'), matching(ADDRESS, 'Enter a whole address, such as anna@example.com.')],
    ],
  });

  protected send(): void {
    const address = this.form.getRawValue().address.trim();
    this.submission.send(
      this.form,
      () => this.api.askForLink(address),
      () => this.show(address),
    );
  }

  protected again(): void {
    this.show(null);
  }

  /** What had the focus is gone. */
  private show(sentTo: string | null): void {
    this.sentTo.set(sentTo);
    const focus = () => this.host.nativeElement.querySelector<HTMLElement>(sentTo === null ? 'input' : 'h1')?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
