import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Clipboard } from '@angular/cdk/clipboard';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { Router } from '@angular/router';
import { Notifications } from '../../core/notifications';
import { TicketPresence } from '../presence/ticket-presence';
import { SURROUNDINGS } from './surroundings';

/** The head of an open ticket: its number, its link, its neighbours in the list where one is around it, and the way back. */
@Component({
  selector: 'desk-detail-bar',
  imports: [MatIcon, MatIconButton, MatTooltip, TicketPresence],
  templateUrl: './detail-bar.html',
  styleUrl: './detail-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DetailBar {
  /** Undefined when the address names no ticket. */
  readonly id = input.required<number | undefined>();
  /** Whether it is there to be read. */
  readonly known = input(false);
  /** Whether its texts are being corrected. */
  readonly changing = input(false);
  /** Whether a message to it is being typed. */
  readonly writing = input(false);
  readonly correcting = output();
  readonly closing = output();

  private readonly clipboard = inject(Clipboard);
  private readonly notifications = inject(Notifications);
  private readonly router = inject(Router);
  protected readonly around = inject(SURROUNDINGS);

  protected readonly activity = computed(() => (this.changing() ? 'changing' : this.writing() ? 'writing' : 'looking'));
  protected readonly present = computed(() => (this.known() ? this.id() : undefined));
  protected readonly steps = computed(() => {
    if (!this.around.inList) return [];
    const to = (step: number) => this.around.neighbour(this.id(), step);
    return [
      { label: 'Previous ticket', key: 'K', icon: 'keyboard_arrow_up', to: to(-1) },
      { label: 'Next ticket', key: 'J', icon: 'keyboard_arrow_down', to: to(1) },
    ];
  });

  protected copyLink(): void {
    const link = new URL(`/tickets/${this.id()}`, document.baseURI).href;
    const copied = this.clipboard.copy(link);
    this.notifications.show(
      copied ? `Link to #${this.id()} copied` : `This browser does not copy. The link is ${link}`,
    );
  }

  protected go(id: number | undefined): void {
    if (id === undefined) return;
    void this.router.navigate(['/tickets', id], { queryParamsHandling: 'preserve', replaceUrl: true });
  }
}
