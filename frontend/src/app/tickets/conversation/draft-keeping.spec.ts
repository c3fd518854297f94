import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { problemInterceptor } from '../../core/problem-interceptor';
import type { MessageDraft } from '../../api/conversation-model';
import { FakePageLoad, FakeTabs, provideFakes } from '../../core/testing/fakes';
import { signInAs } from '../../core/testing/sign-in';
import { DraftKeeping } from './draft-keeping';

const DRAFT = '/api/tickets/2/draft';

describe('the draft in this browser', () => {
  let drafts: DraftKeeping;
  let http: HttpTestingController;
  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideFakes(new FakePageLoad(), new FakeTabs()),
        DraftKeeping,
      ],
    });
    signInAs();
    drafts = TestBed.inject(DraftKeeping);
    http = TestBed.inject(HttpTestingController);
  });

  it('stays while newer words wait for their turn, and until the desk has them', () => {
    say('One');
    say('One, two');
    told('One').flush(null);
    expect(here()).toContain('One, two');
    told('One, two').flush(null, { status: 503, statusText: 'Away' });
    expect(here()).toContain('One, two');
    expect(drafts.kept()?.where).toBe('browser');
  });

  it('is forgotten once the desk has the last word', () => {
    say('One');
    say('One, two');
    told('One').flush(null);
    expect(drafts.kept()).toBeNull();
    told('One, two').flush(null);
    expect(here()).toBeUndefined();
    expect(drafts.kept()?.where).toBe('desk');
  });

  it('tells only the newest of what waits', () => {
    for (const text of ['One', 'One, two', 'One, two, three']) say(text);
    told('One').flush(null);
    told('One, two, three').flush(null);
    http.verify();
  });

  it('is told again when the line to the desk is back', () => {
    say('One');
    told('One').flush(null, { status: 503, statusText: 'Away' });
    window.dispatchEvent(new Event('online'));
    told('One').flush(null);
    expect(here()).toBeUndefined();
    expect(drafts.kept()?.where).toBe('desk');
    window.dispatchEvent(new Event('online'));
    http.verify();
  });

  it('stays when another tab has kept something else', () => {
    say('One');
    const [key = ''] = Object.keys(localStorage);
    localStorage.setItem(key, 'theirs');
    told('One').flush(null);
    expect(here()).toBe('theirs');
  });

  it('takes the place of what the desk had when it was read', () => {
    read('Before', '"5"');
    say('Before and after');
    const call = told('Before and after');
    expect(call.request.headers.get('If-Match')).toBe('"5"');
    call.flush(null, { headers: { ETag: '"6"' } });
    say('And more');
    expect(told('And more').request.headers.get('If-Match')).toBe('"6"');
  });

  it('loses nothing of what was written elsewhere meanwhile', () => {
    const met: string[] = [];
    drafts.met.subscribe(({ both }) => met.push(both.text));
    read('Before', '"5"');
    say('Before, mine');
    told('Before, mine').flush(
      { code: 'stale_version', title: 'Changed' },
      { status: 412, statusText: 'Precondition Failed' },
    );
    theirs().flush(draft('Before, theirs'), { headers: { ETag: '"7"' } });
    const both = 'Before, theirs\n\n, mine';
    expect(met).toEqual([both]);
    const call = told(both);
    expect(call.request.headers.get('If-Match')).toBe('"7"');
    call.flush(null, { headers: { ETag: '"8"' } });
    expect([here(), drafts.kept()?.where]).toEqual([undefined, 'desk']);
  });

  it('that was sent or discarded here is not brought back by what was written elsewhere', () => {
    const met: string[] = [];
    drafts.met.subscribe(({ both }) => met.push(both.text));
    read('Before', '"5"');
    say('Mine');
    told('Mine').flush({ code: 'stale_version', title: 'Changed' }, { status: 412, statusText: 'Precondition Failed' });
    drafts.keep(2, null);
    drafts.flush();
    theirs().flush(draft('Theirs'), { headers: { ETag: '"7"' } });
    http.expectOne(({ method }) => method === 'DELETE').flush(null);
    http.verify();
    expect(met).toEqual([]);
  });

  it('is told to the desk again when it was sent or discarded elsewhere', () => {
    read('Before', '"5"');
    say('Mine');
    told('Mine').flush({ code: 'stale_version', title: 'Changed' }, { status: 412, statusText: 'Precondition Failed' });
    theirs().flush(null, { status: 204, statusText: 'No Content', headers: { ETag: '"0"' } });
    expect(told('Mine').request.headers.get('If-Match')).toBe('"0"');
  });

  it.each([
    ['is newer where it was written over what the desk has', '"5"', 'Mine'],
    ['stands behind what the desk has where that was written on', '"6"', 'At the desk\n\nMine'],
  ])('that is found again %s', (_, etag, text) => {
    read('Before', '"5"');
    say('Mine');
    told('Mine').flush(null, { status: 503, statusText: 'Away' });
    expect(read('At the desk', etag)?.text).toBe(text);
  });

  it('is found again while the desk is away', () => {
    say('Mine');
    told('Mine').flush(null, { status: 503, statusText: 'Away' });
    const found: (MessageDraft | null)[] = [];
    drafts.read(2, true).subscribe((draft) => found.push(draft));
    theirs().flush(null, { status: 503, statusText: 'Away' });
    expect(found).toMatchObject([{ text: 'Mine' }]);
  });

  function draft(text: string): object {
    return { kind: 'reply', text, recipients: null, attachments: [], files: [], conversation: 1 };
  }

  function theirs(): TestRequest {
    return http.expectOne(({ method, url }) => method === 'GET' && url === DRAFT);
  }

  function read(text: string, etag: string): MessageDraft | null {
    const found: (MessageDraft | null)[] = [];
    drafts.read(2, true).subscribe((one) => found.push(one));
    theirs().flush(draft(text), { headers: { ETag: etag } });
    return found[0] ?? null;
  }

  function say(text: string): void {
    const draft: MessageDraft = { kind: 'reply', text, recipients: null, attachments: [], sets: {}, conversation: 1 };
    drafts.keep(2, draft);
    drafts.flush();
  }

  function told(text: string): TestRequest {
    return http.expectOne(
      ({ method, url, body }) => method === 'PUT' && url === DRAFT && (body as { text: string }).text === text,
    );
  }

  function here(): string | undefined {
    return Object.values(localStorage as unknown as Record<string, string>)[0];
  }
});
