import { type ErrorHandler, Injectable, Injector, inject } from '@angular/core';
import { problemOf } from '../api/problem-error';
import { Notifications } from './notifications';

const MISSING_CHUNK = /dynamically imported module|Importing a module script failed|error loading dynamically/i;

/** The last net: what no page handled is logged and said, never swallowed. */
@Injectable()
export class GlobalErrorHandler implements ErrorHandler {
  // Asked for late: messages need a running app, errors may come before it.
  private readonly injector = inject(Injector);

  handleError(error: unknown): void {
    console.error(error);
    const notifications = this.injector.get(Notifications);
    const text = error instanceof Error ? error.message : '';
    if (MISSING_CHUNK.test(text) && !navigator.onLine) {
      // A reload would lose the page as well.
      notifications.show(
        'A part of the page could not be loaded, because you are offline. Try it again when you are back.',
      );
    } else if (MISSING_CHUNK.test(text)) {
      // After an update the old page asks for files that are gone.
      const reload = { label: 'Reload', run: () => window.location.reload() };
      notifications.show('A part of the page could not be loaded. It may have been updated.', reload);
    } else if (problemOf(error)) {
      notifications.showError('That did not work', error);
    } else {
      notifications.show('Something went wrong on this page. If it stays odd, reload it.');
    }
  }
}
