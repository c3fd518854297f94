import { Subject } from 'rxjs';
import type { Provider } from '@angular/core';
import { PageLoad } from '../page-load';
import { SessionTabs } from '../session-tabs';

/** Remembers where the app would have been loaded afresh. */
export class FakePageLoad implements Pick<PageLoad, 'go'> {
  readonly gone: string[] = [];

  go(address: string): void {
    this.gone.push(address);
  }
}

/** The other tabs, as a test plays them. */
export class FakeTabs implements Pick<SessionTabs, 'heard' | 'tell'> {
  readonly heard = new Subject<number | null>();
  readonly told: (number | null)[] = [];

  tell(userId: number | null): void {
    this.told.push(userId);
  }
}

export function provideFakes(pageLoad: FakePageLoad, tabs: FakeTabs): Provider[] {
  return [
    { provide: PageLoad, useValue: pageLoad },
    { provide: SessionTabs, useValue: tabs },
  ];
}

/** A problem document as the API sends it, and the status to send it with. */
export function aProblem(
  status: number,
  code: string,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): [Record<string, unknown>, { status: number; statusText: string; headers: Record<string, string> }] {
  const problem = { type: `urn:problem:${code}`, title: code, status, code, request_id: 'req-1', ...more };
  return [problem, { status, statusText: 'No', headers }];
}
