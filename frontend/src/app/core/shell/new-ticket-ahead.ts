import { Injectable, effect, inject } from '@angular/core';
import { NewTicketLauncher } from '../new-ticket-launcher';
import { PageList } from '../page-list';
import { whenIdle } from '../when-idle';

/**
 * Has the New ticket dialog at hand before anybody asks for it: fetched once, when the tickets are on the screen and the
 * browser has nothing else to do. Provided by the shell, which stands only around those who may write tickets.
 */
@Injectable()
export class NewTicketAhead {
  private readonly launcher = inject(NewTicketLauncher);

  constructor() {
    const list = inject(PageList);
    const once = effect(() => {
      if (!list.arrived()) return;
      once.destroy();
      whenIdle(() => {
        // Browsers remember for as long as the page stands what they could not fetch.
        if (navigator.onLine) void this.launcher.fetchAhead();
      });
    });
  }
}
