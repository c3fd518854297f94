import { DestroyRef, type ElementRef, type Signal, afterNextRender, effect, inject } from '@angular/core';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Router } from '@angular/router';
import { PageTitle } from '../../core/page-title';
import { isolated } from '../../ui/isolated';
import type { OpenTicket } from './open-ticket';
import { SURROUNDINGS } from './surroundings';

/**
 * How an open ticket makes itself known: in the title of the page, to the reading voice, by the focus. Make it in an
 * injection context.
 */
export class DetailArrival {
  private readonly announcer = inject(LiveAnnouncer);
  private readonly around = inject(SURROUNDINGS);
  private readonly pageTitle = inject(PageTitle);

  constructor(
    private readonly open: OpenTicket,
    private readonly pane: Signal<ElementRef<HTMLElement>>,
  ) {
    effect(() => {
      const ticket = open.ticket();
      this.pageTitle.set(
        ticket ? `#${ticket.id} ${isolated(ticket.title)}` : open.missing() ? 'Ticket not found' : undefined,
      );
    });
    inject(DestroyRef).onDestroy(() => this.pageTitle.set(undefined));
    // What a person was at may go away with the ticket.
    effect(() => {
      const element = pane().nativeElement;
      if (open.gone() && element.contains(document.activeElement)) element.focus();
    });
    if (inject(Router).navigated) afterNextRender(() => this.arrive());
  }

  /** In the place of the list it is a new page to the keyboard; beside the list the focus stays there. */
  private arrive(): void {
    if (this.around.beside()) {
      void this.announcer.announce(`Ticket #${this.open.id() ?? ''} opened beside the list`);
      return;
    }
    this.pane().nativeElement.focus({ preventScroll: true });
    window.scrollTo({ top: 0, behavior: 'instant' });
  }
}
