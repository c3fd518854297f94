import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { People } from './people';

const MINA = { id: 2, username: 'mina.park', display_name: 'Mina Park', role: 'agent', active: true } as const;
const LEO = { id: 4, username: 'leo', display_name: 'Leo Marchetti', role: 'agent', active: false } as const;
const TOM = { id: 9, username: 'tom', display_name: 'Tom New', role: 'agent', active: true } as const;

describe('the people of the desk', () => {
  let people: People;
  let http: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    people = TestBed.inject(People);
    http = TestBed.inject(HttpTestingController);
    await settle();
  });

  it('are called by name, those who left too; only the others are offered', async () => {
    await answer([MINA, LEO]);

    expect([people.name(2), people.name(4)]).toEqual(['Mina Park', 'Leo Marchetti']);
    expect(people.active()).toEqual([MINA]);
  });

  it('have no name yet while they are on their way', () => {
    expect(people.name(2)).toBe('…');
  });

  it('are asked for once more because of a number that is not among them', async () => {
    await answer([MINA]);
    expect(people.name(9)).toBe('Someone');
    expect(people.name(9)).toBe('Someone');
    await answer([MINA, TOM]);

    expect(people.name(9)).toBe('Tom New');
  });

  it('include one nobody knows, who is not asked about for ever', async () => {
    await answer([MINA]);
    people.name(9);
    await answer([MINA]);

    expect(people.name(9)).toBe('Someone');
    await settle();
    http.expectNone('/api/users');
  });

  it('stay when asking again fails', async () => {
    await answer([MINA]);
    expect(people.name(2)).toBe('Mina Park');
    people.reload();
    await settle();
    http.expectOne('/api/users').flush(null, { status: 503, statusText: 'No' });
    await settle();

    expect(people.name(2)).toBe('Mina Park');
  });

  async function answer(results: readonly object[]): Promise<void> {
    await settle();
    http.expectOne('/api/users').flush({ results });
    await settle();
  }

  async function settle(): Promise<void> {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }
});
