import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { PersonPresent } from '../model';
import { Live } from './live';
import { Presence } from './presence';

const MINA: PersonPresent = { id: 2, name: 'Mina Park', activity: 'looking' };
const LEO: PersonPresent = { id: 3, name: 'Leo Marchetti', activity: 'changing' };

describe('who has a ticket open', () => {
  let http: HttpTestingController;
  let live: Live;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    live = TestBed.inject(Live);
  });

  afterEach(() => http.verify());

  it('is asked for once when the line comes to stand, and told from then on', () => {
    const presence = TestBed.inject(Presence);
    http.expectNone('/api/presence');
    live.become('on', null);
    live.tellMissed('all');
    TestBed.tick();
    http.expectOne('/api/presence').flush({ results: [{ ticket_id: 7, people: [MINA] }] });
    expect(presence.at(7)).toEqual([MINA]);

    live.hear({ kind: 'presence', ticket_id: 7, people: [MINA, LEO] });
    live.hear({ kind: 'presence', ticket_id: 8, people: [LEO] });
    expect([presence.at(7), presence.at(8), presence.at(9)]).toEqual([[MINA, LEO], [LEO], []]);
  });

  it('is asked for at once where the line stands already', () => {
    live.become('on', null);
    TestBed.inject(Presence);
    TestBed.tick();
    http.expectOne('/api/presence').flush({ results: [] });
  });

  it('is the same list for a ticket where nothing has changed, whatever is told of others', () => {
    const presence = TestBed.inject(Presence);
    live.hear({ kind: 'presence', ticket_id: 7, people: [MINA] });
    const [before, nobody] = [presence.at(7), presence.at(9)];
    live.hear({ kind: 'presence', ticket_id: 8, people: [LEO] });
    expect(presence.at(7)).toBe(before);
    expect(presence.at(9)).toBe(nobody);
  });

  it('is nobody while the line is off', () => {
    const presence = TestBed.inject(Presence);
    live.hear({ kind: 'presence', ticket_id: 7, people: [MINA] });
    live.become('off', null);
    TestBed.tick();
    expect(presence.at(7)).toEqual([]);
  });
});
