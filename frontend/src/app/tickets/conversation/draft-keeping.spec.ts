import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
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
        provideHttpClient(),
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

  function say(text: string): void {
    const draft: MessageDraft = { kind: 'reply', text, recipients: null, attachments: [], conversation: 1 };
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
