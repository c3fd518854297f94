import { Injectable, inject } from '@angular/core';
import { type Observable, defer, of } from 'rxjs';
import { AttachmentsApi } from '../api/attachments-api';
import { PORTAL_URL } from '../api/portal-api';
import { AttachmentSending } from '../tickets/conversation/attachment-sending';
import { PortalDesk } from './portal-desk';

/** Brings the files of customers to the desk, by their own way in. */
@Injectable()
export class PortalFileSending extends AttachmentSending {
  protected override readonly url = `${PORTAL_URL}/attachments`;
  private readonly desk = inject(PortalDesk);
  override readonly most = defer(() => of(this.desk.info()?.attachment_max_bytes ?? null));

  /** One that no message takes is removed by the desk in time. */
  override remove(): Observable<unknown> {
    return of(null);
  }
}

/** Where customers find the files of their tickets. */
@Injectable()
export class PortalFiles extends AttachmentsApi {
  protected override readonly path = `${PORTAL_URL}/attachments`;

  /** Customers are given the file alone. */
  override thumbnailAddress(): null {
    return null;
  }
}
