import { HttpEventType, type HttpHeaders } from '@angular/common/http';
import type { TestRequest } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { AccountPage } from '../../account/testing/account-page';
import type { CannedAnswer } from '../../api/canned-answers-api';
import { Session } from '../../core/session';
import { aProblem } from '../../core/testing/fakes';
import { withPlaces } from '../../tickets/testing/editor';
import { CANNED_ROUTES } from '../canned.routes';

const URL = '/api/canned-answers';
const FIELD = 'desk-canned-files-field';
const TERMS = { id: 'f0000000-0000-4000-8000-000000000001', name: 'Terms.pdf', type: 'application/pdf', size: 2_000 };
const PRICES = { id: 'f0000000-0000-4000-8000-000000000002', name: 'Prices.csv', type: 'text/csv', size: 4 };

beforeAll(withPlaces);

describe('the files of a canned answer', () => {
  let page: AccountPage;

  beforeEach(async () => {
    const session = { user: signal({ id: 1, display_name: 'Mina Park' }), isAdmin: signal(true) };
    page = new AccountPage(
      [{ path: 'canned-answers', children: CANNED_ROUTES }],
      [{ provide: Session, useValue: session }],
    );
    await page.open('/canned-answers');
    const list = page.http.expectOne(({ method, url }) => method === 'GET' && url === URL);
    await page.answer(list, { results: [canned([TERMS])], next_cursor: null });
  });
  afterEach(() => page.leave());

  it('are named in the list', () => {
    expect(page.text('li .files')).toMatch(/Files: .*Terms\.pdf/);
  });

  it('are added beside those that it has, and nothing is saved before they are here', async () => {
    await edit();
    expect(page.text(`${FIELD} .wide`)).toContain('Up to 20, each up to 1.0 kB');
    await attach(aFile());
    const upload = uploadCall();
    upload.event({ type: HttpEventType.UploadProgress, loaded: 61, total: 100 });
    await page.settle();
    expect(chips()).toEqual(['Terms.pdf 2.0 kB', 'Prices.csv 61 % of 4 B']);
    expect(page.text(`${FIELD} p:not(.sr)[role=status]`)).toBe('It can be saved once the files are here.');
    await page.submit();
    page.http.expectNone({ method: 'PATCH', url: `${URL}/1` });

    await page.answer(upload, PRICES);
    expect(page.texts('.goes-along li')).toEqual(['Terms.pdf', 'Prices.csv']);
    await page.submit();
    expect(changeCall().request.body).toEqual({ attachments: [TERMS.id, PRICES.id] });
  });

  it('are removed with the answer that is saved, and stay on the desk until then', async () => {
    await edit();
    await page.click('Remove Terms.pdf');
    page.http.expectNone(({ method }) => method === 'DELETE');
    expect(chips()).toEqual([]);
    await page.submit();
    expect(changeCall().request.body).toEqual({ attachments: [] });
  });

  it('that are too large or too many say so by the field', async () => {
    await edit();
    await attach(new File(['x'.repeat(1_001)], 'big.bin'));
    expect(chips()).toContain('big.bin Too large: a file may have at most 1.0 kB.');
    expect(page.text(`${FIELD} p:not(.sr)[role=status]`)).toBe('A file is not here. Try it again or remove it.');
    await page.submit();
    page.http.expectNone({ method: 'PATCH', url: `${URL}/1` });
    await page.click('Remove big.bin');

    await attach(...Array.from({ length: 20 }, aFile));
    expect(chips()).toHaveLength(20);
    expect(page.text(`${FIELD} mat-error`)).toBe('A canned answer takes 20 files; the rest was not attached.');
  });

  it('that the desk does not take say why by the field', async () => {
    await edit();
    await attach(aFile());
    await page.answer(uploadCall(), PRICES);
    await page.submit();
    const errors = [{ field: 'attachments', code: 'unknown_value', message: 'A file is gone.' }];
    await page.refuse(changeCall(), aProblem(400, 'validation_failed', { errors }));
    expect(page.text(`${FIELD} mat-error`)).toBe('A file is gone.');
    expect(document.activeElement?.classList).toContain('wide');
  });

  it('that a colleague changed too are told by name, and may be left so', async () => {
    await edit();
    await page.click('Remove Terms.pdf');
    await page.submit();
    await page.refuse(changeCall('"1"'), aProblem(412, 'stale_version'));
    const now = { ...canned([TERMS, PRICES]), version: 2 };
    await page.answer(page.http.expectOne({ method: 'GET', url: `${URL}/1` }), now);
    expect(page.text('desk-overtaken-fields li')).toContain('The list of files is now Terms.pdf, Prices.csv');
    await page.click('Leave it so');
    expect(chips()).toEqual(['Terms.pdf 2.0 kB', 'Prices.csv 4 B']);
  });

  it('are given up with the dialog', async () => {
    await edit();
    await attach(aFile());
    const upload = uploadCall();
    await page.click('Cancel');
    expect(upload.cancelled).toBe(true);
  });

  async function edit(): Promise<void> {
    await page.click('Edit Answer 1');
    page.http.expectOne('/api/attachments/limits').flush({ max_bytes: 1_000 });
    await page.settle();
  }

  async function attach(...files: File[]): Promise<void> {
    const picker = document.querySelector(`${FIELD} input[type=file]`)!;
    Object.defineProperty(picker, 'files', { value: files, configurable: true });
    picker.dispatchEvent(new Event('change'));
    await page.settle();
  }

  function chips(): string[] {
    const [names, sizes] = ['.name', '.size'].map((part) => page.texts(`${FIELD} desk-attaching li ${part}`));
    return (names ?? []).map((name, at) => `${name} ${sizes?.[at] ?? ''}`);
  }

  function uploadCall(): TestRequest {
    return page.http.expectOne({ method: 'POST', url: '/api/attachments' });
  }

  function changeCall(version = '"1"'): TestRequest {
    const call = page.http.expectOne({ method: 'PATCH', url: `${URL}/1` });
    const headers: HttpHeaders = call.request.headers;
    expect(headers.get('If-Match')).toBe(version);
    return call;
  }
});

function aFile(): File {
  return new File(['a;b\n'], 'Prices.csv', { type: 'text/csv' });
}

function canned(attachments: CannedAnswer['attachments']): CannedAnswer {
  const answer = { id: 1, name: 'Answer 1', text: 'Hello', team: true, steps: {}, uses: 0, version: 1 };
  return { ...answer, attachments, created_at: '', updated_at: '' };
}
