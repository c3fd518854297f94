import { Injectable, inject } from '@angular/core';
import { BASE_PATH } from './base-path';

/** Knows where attachments are to be had, for links and pictures. */
@Injectable({ providedIn: 'root' })
export class AttachmentsApi {
  private readonly url = `${inject(BASE_PATH)}/api/attachments`;

  address(id: string): string {
    return `${this.url}/${id}`;
  }

  /** Of an image in small. */
  thumbnailAddress(id: string): string {
    return `${this.url}/${id}/thumbnail`;
  }
}
