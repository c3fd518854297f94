import { Injectable, inject } from '@angular/core';
import { BASE_PATH } from './base-path';

/** Knows where attachments are to be had, for links and pictures. */
@Injectable({ providedIn: 'root' })
export class AttachmentsApi {
  protected readonly path: string = '/api/attachments';
  private readonly basePath = inject(BASE_PATH);

  address(id: string): string {
    return `${this.basePath}${this.path}/${id}`;
  }

  /** Of an image in small; null where none is to be had. */
  thumbnailAddress(id: string): string | null {
    return `${this.address(id)}/thumbnail`;
  }
}
