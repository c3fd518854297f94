import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TitleStrategy } from '@angular/router';
import { AccountPage } from '../../account/testing/account-page';
import { provideIcons } from '../../ui/icons';
import type { PortalInfo, PortalMessage, PortalTicket, PortalTicketRow } from '../../api/portal-model';
import { PageTitle } from '../../core/page-title';
import { aProblem } from '../../core/testing/fakes';
import { PortalFrame } from '../portal-frame';
import { PORTAL_ICONS } from '../portal-icon-set';
import { PORTAL_PAGES, PORTAL_SERVICES } from '../portal.routes';
import { sessionEnded } from '../session-ended';

const HALDEN: PortalInfo = {
  ...{ name: 'Halden', can_sign_in: true, asks_category: false, categories: [] },
  attachment_max_bytes: 26_214_400,
};
export const RUTH = { name: 'Ruth Adler', address: 'ruth.adler@brandt-logistik.example' };

/** The portal as a customer meets it, with an API that the test plays. */
export class PortalPage extends AccountPage {
  constructor() {
    super(
      [{ path: 'portal', component: PortalFrame, children: PORTAL_PAGES }],
      [
        ...PORTAL_SERVICES,
        provideIcons(PORTAL_ICONS),
        provideHttpClient(withInterceptors([sessionEnded])),
        provideHttpClientTesting(),
        { provide: TitleStrategy, useExisting: PageTitle },
      ],
    );
    localStorage.clear();
  }

  /** Opens an address as somebody who is signed in, on a desk that is called Halden. */
  async openAsRuth(url: string, info: object = {}): Promise<void> {
    const opening = this.open(url);
    await this.settle();
    this.expect('GET', '/api/portal/session').flush(RUTH);
    this.welcome(info);
    await opening;
    await this.settle();
  }

  /** The same as nobody. */
  async openAsNobody(url: string, info: object = {}): Promise<void> {
    const opening = this.open(url);
    await this.settle();
    for (const call of this.http.match('/api/portal/session')) call.flush(...aProblem(401, 'unauthenticated'));
    await this.settle();
    this.welcome(info);
    await opening;
    await this.settle();
  }

  welcome(info: object = {}): void {
    this.expect('GET', '/api/portal').flush({ ...HALDEN, ...info });
  }

  expect(method: string, url: string): TestRequest {
    return this.http.expectOne({ method, url });
  }
}

/** The key under which a call writes. */
export function keyOf({ request }: TestRequest): string | null {
  return request.headers.get('Idempotency-Key');
}

export function aRow(values: Partial<PortalTicketRow> = {}): PortalTicketRow {
  return {
    ...{ id: 4821, title: 'Invoice PDFs download as empty files', status: 'open', mine: true, answered: false },
    ...{ created_at: '2026-04-21T07:22:00.000Z', updated_at: '2026-04-21T08:36:00.000Z' },
    ...values,
  };
}

export function aMessage(values: Partial<PortalMessage> = {}): PortalMessage {
  return {
    ...{ number: 1, kind: 'description', mine: true, author: 'Ruth Adler', at: '2026-04-21T07:22:00.000Z' },
    ...{ text: 'Since Monday every invoice PDF is 0 KB.', html: null, folded: '', attachments: [] },
    ...values,
  };
}

export function aTicket(values: Partial<PortalTicket> = {}): PortalTicket {
  return {
    ...aRow({ status: 'in_progress' }),
    ...{ can_answer: true, next_cursor: null },
    messages: [
      aMessage(),
      aMessage({ number: 3, kind: 'reply', mine: false, author: 'Jonas Weber', text: 'Print', html: '<p>Print</p>' }),
    ],
    ...values,
  };
}
