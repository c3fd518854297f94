import { Location } from '@angular/common';
import { DOCUMENT, Injectable, inject } from '@angular/core';

/** Loads the app afresh: what another person had open, and what the services remember of it, is gone. */
@Injectable({ providedIn: 'root' })
export class PageLoad {
  private readonly document = inject(DOCUMENT);
  private readonly location = inject(Location);

  /** `address` is a path of this app. */
  go(address: string): void {
    this.document.location.assign(this.location.prepareExternalUrl(address));
  }
}
