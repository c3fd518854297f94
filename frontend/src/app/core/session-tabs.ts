import { BASE_PATH } from '../api/base-path';
import { DestroyRef, Injectable, inject } from '@angular/core';
import { type Observable, Subject } from 'rxjs';

/** Tells the other tabs of this browser, which share the session of this desk, when somebody signs in or out. */
@Injectable({ providedIn: 'root' })
export class SessionTabs {
  private readonly heardHere = new Subject<number | null>();
  // A browser without it notices at the next call or look at the tab.
  private readonly channel =
    typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`desk.session${inject(BASE_PATH)}`);

  /** The id of the person who signed in in another tab; null when somebody signed out. */
  readonly heard: Observable<number | null> = this.heardHere.asObservable();

  constructor() {
    const channel = this.channel;
    if (!channel) return;
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'number' || data === null) this.heardHere.next(data);
    };
    inject(DestroyRef).onDestroy(() => channel.close());
  }

  tell(userId: number | null): void {
    this.channel?.postMessage(userId);
  }
}
