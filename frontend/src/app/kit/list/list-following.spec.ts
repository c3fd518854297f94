import { jest } from '@jest/globals';
import { HttpClient, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { EnvironmentInjector, effect, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Live } from '../../api/live/live';
import { PACE_MS } from '../../api/live/told';
import { Pages } from '../../api/page';
import { ListFollowing } from './list-following';
import { PagedList } from './paged-list';

interface Row {
  readonly id: number;
  readonly name: string;
}

describe('a list that others change', () => {
  let http: HttpTestingController;
  let list: PagedList<Row, object>;
  let following: ListFollowing<Row, object>;
  const rows = (...ids: (number | Row)[]) => ids.map((id) => (typeof id === 'number' ? { id, name: `Row ${id}` } : id));

  beforeEach(async () => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    runInInjectionContext(TestBed.inject(EnvironmentInjector), () => {
      const pages = new Pages<Row, object>(TestBed.inject(HttpClient), '/rows');
      list = new PagedList(pages, signal({}));
      following = new ListFollowing(list, pages, ['people.changed']);
      effect(() => void list.items());
    });
  });

  afterEach(() => jest.useRealTimers());

  it('is read again once for all that is told in a while, and changes where it stands', async () => {
    await begin(rows(3, 2, 1));
    tell();
    tell();
    tell('categories.changed');
    await answer(rows(3, { id: 2, name: 'Another name' }, 1));
    expect([names(), following.words()]).toEqual([['Row 3', 'Another name', 'Row 1'], '']);
    await jest.advanceTimersByTimeAsync(3 * PACE_MS);
    http.verify();
  });

  it('keeps what left where it stands, and has what came wait to be shown', async () => {
    await begin(rows(3, 2, 1));
    tell();
    await answer(rows(5, 4, 3, 1));
    expect(names()).toEqual(['Row 3', 'Row 2', 'Row 1']);
    expect([3, 2, 1].map((id) => following.isGone(id))).toEqual([false, true, false]);
    expect(following.words()).toBe('2 new, 1 gone');

    following.show();
    await begin(rows(5, 4, 3, 1));
    expect([names(), following.words()]).toEqual([['Row 5', 'Row 4', 'Row 3', 'Row 1'], '']);
  });

  it('says nothing of what stands further down than it has loaded', async () => {
    await begin(rows(9, 8, 7), 'more');
    tell();
    await answer(rows(8, 7, 6), 'more');
    expect(following.words()).toBe('1 gone');
    tell();
    await answer(rows(10, 9, 8), 'more');
    expect([following.words(), following.isGone(7)]).toEqual(['1 new', false]);
  });

  it('is read again when something may have been missed', async () => {
    await begin(rows(1));
    TestBed.inject(Live).tellMissed('besides tickets');
    await answer(rows(2, 1));
    expect(following.words()).toBe('1 new');
  });

  it('goes on when it could not be read', async () => {
    await begin(rows(1));
    tell();
    await jest.advanceTimersByTimeAsync(PACE_MS);
    http.expectOne(({ url }) => url === '/rows').flush('', { status: 503, statusText: 'Away' });
    tell();
    await answer(rows(2, 1));
    expect(following.words()).toBe('1 new');
  });

  function names(): string[] {
    return list.items().map(({ name }) => name);
  }

  function tell(kind: 'people.changed' | 'categories.changed' = 'people.changed'): void {
    TestBed.inject(Live).hear({ kind, ids: [] });
  }

  async function begin(results: readonly Row[], next_cursor: string | null = null): Promise<void> {
    TestBed.tick();
    http.expectOne(({ url }) => url === '/rows').flush({ results, next_cursor });
    await settle();
  }

  async function answer(results: readonly Row[], next_cursor: string | null = null): Promise<void> {
    await jest.advanceTimersByTimeAsync(PACE_MS);
    http.expectOne(({ url }) => url === '/rows').flush({ results, next_cursor });
    await settle();
  }

  async function settle(): Promise<void> {
    await jest.advanceTimersByTimeAsync(0);
    TestBed.tick();
  }
});
