import { Injectable, inject } from '@angular/core';
import { Notifications } from '../notifications';
import { SnackMessages } from '../snack-messages';

/** Brings what draws messages along with the shell, so that they can be shown when nothing can be fetched any more. */
@Injectable()
export class MessagesAtHand {
  constructor() {
    inject(Notifications).drawnBy(inject(SnackMessages));
  }
}
