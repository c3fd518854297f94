import { LiveAnnouncer } from '@angular/cdk/a11y';
import { HttpClient, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { EnvironmentInjector, effect, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type Page, Pages } from '../../api/page';
import { PagedList } from './paged-list';

interface Row {
  id: number;
}
interface Filter {
  search?: string;
}

function page(ids: number[], next_cursor: string | null = null, count = 9): Page<Row> {
  return { results: ids.map((id) => ({ id })), count, count_exact: true, next_cursor };
}

async function settle(): Promise<void> {
  TestBed.tick();
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
}

function open(noun?: string) {
  const said: string[] = [];
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: LiveAnnouncer, useValue: { announce: async (words: string) => void said.push(words) } },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const filter = signal<Filter | undefined>({ search: 'a' });
  const list = runInInjectionContext(TestBed.inject(EnvironmentInjector), () => {
    const made = new PagedList(new Pages<Row, Filter>(TestBed.inject(HttpClient), '/rows'), filter, noun);
    // Somebody looks at it.
    effect(() => void made.items());
    return made;
  });
  const call = (): TestRequest => http.expectOne(({ url }) => url === '/rows');
  const answer = async (body: Page<Row>): Promise<TestRequest> => {
    TestBed.tick();
    const asked = call();
    asked.flush(body);
    await settle();
    return asked;
  };
  const refuse = async (): Promise<void> => {
    TestBed.tick();
    call().flush('', { status: 503, statusText: 'Away' });
    await settle();
  };
  const ids = () => list.items().map(({ id }) => id);
  return { answer, call, filter, http, ids, list, refuse, said };
}

describe('a page that holds nothing yet', () => {
  it('is followed by the next ones until there is something to show', async () => {
    const { answer, http, ids, list, said } = open('rows');
    await answer(page([], 'c1', 0));
    expect([list.ready(), list.ended()]).toEqual([false, false]);
    const second = await answer(page([], 'c2', 0));
    expect(second.request.params.get('cursor')).toBe('c1');
    await answer(page([4], 'c3', 1));
    expect([list.ready(), ids()]).toEqual([true, [4]]);
    http.verify();
    expect(said).toEqual(['1 more rows loaded']);
  });

  it('is an empty list when the search comes to its end', async () => {
    const { answer, list } = open();
    await answer(page([], 'c1', 0));
    await answer(page([], null, 0));
    expect([list.ready(), list.ended(), list.error()]).toEqual([true, true, undefined]);
  });

  it('is an error when the search could not go on, and no empty list', async () => {
    const { answer, http, list, refuse } = open();
    await answer(page([], 'c1', 0));
    await refuse();
    expect([list.ready(), list.error() !== undefined]).toEqual([false, true]);
    http.verify();
  });
});

describe('a list that comes page by page', () => {
  it('is not ready before its first page, and asks for fifty at once', async () => {
    const { answer, ids, list } = open();
    expect(list.ready()).toBe(false);
    const asked = await answer(page([9, 8], 'c1'));

    expect(asked.request.params.toString()).toBe('search=a&limit=50');
    expect(ids()).toEqual([9, 8]);
    expect([list.ready(), list.ended(), list.count()]).toEqual([true, false, 9]);
  });

  it('asks for nothing while nobody knows what for', async () => {
    const { answer, filter, http, list } = open();
    await answer(page([9]));
    filter.set(undefined);
    await settle();

    http.expectNone(() => true);
    expect([list.items().length, list.outdated()]).toEqual([1, true]);
  });

  it('goes on where the last page ended, once at a time, and tells it', async () => {
    const { answer, ids, list, said } = open('tickets');
    await answer(page([9, 8], 'c1'));
    list.loadMore();
    list.loadMore();
    const asked = await answer(page([7]));

    expect(asked.request.params.toString()).toBe('search=a&limit=50&cursor=c1');
    expect(ids()).toEqual([9, 8, 7]);
    expect([list.ended(), list.more()]).toEqual([true, 'idle']);
    expect(said).toEqual(['1 more tickets loaded']);
  });

  it('says when more could not be loaded, and tries again', async () => {
    const { answer, ids, list, refuse, said } = open();
    await answer(page([9], 'c1'));
    list.loadMore();
    await refuse();
    expect([list.more(), said]).toEqual(['failed', ['More could not be loaded']]);

    list.loadMore();
    await answer(page([8]));
    expect(ids()).toEqual([9, 8]);
  });

  it('keeps what is on screen while another question is asked, and when that fails', async () => {
    const { answer, filter, ids, list, refuse } = open();
    await answer(page([9, 8]));
    filter.set({ search: 'b' });
    TestBed.tick();
    expect([ids(), list.outdated(), list.loading()]).toEqual([[9, 8], true, true]);

    await refuse();
    expect([ids(), list.outdated()]).toEqual([[9, 8], true]);
    expect(list.error()).toEqual({ message: 'Something unexpected happened.', requestId: null, mayPass: true });
  });

  it('takes no late page of the list before', async () => {
    const { answer, call, filter, ids, list } = open();
    await answer(page([9], 'c1'));
    list.loadMore();
    const late = call();
    filter.set({ search: 'b' });
    await answer(page([5], 'c2'));
    late.flush(page([8]));
    await settle();

    expect([ids(), list.more()]).toEqual([[5], 'idle']);
  });

  it('follows what came, changed and went', async () => {
    const { answer, ids, list } = open();
    await answer(page([9, 7], 'c1'));
    const before = list.loaded()?.generation;
    list.insert({ id: 8 }, (one, other) => one.id > other.id);
    expect([ids(), list.count()]).toEqual([[9, 8, 7], 10]);
    list.remove(9);
    expect([ids(), list.count()]).toEqual([[8, 7], 9]);
    const learned = { id: 7 };
    list.replace(learned);
    expect(list.items()[1]).toBe(learned);
    expect(list.loaded()?.generation).toBe(before);
  });

  it('is another list after it was asked for again', async () => {
    const { answer, ids, list } = open();
    await answer(page([9]));
    list.reload();
    await answer(page([10, 9]));

    expect([ids(), list.loaded()?.generation]).toEqual([[10, 9], 2]);
  });
});

describe('a list that was entered in its middle', () => {
  it('goes on in both directions, and counts as at first', async () => {
    const { answer, ids, list } = open('rows');
    await answer({ ...page([5, 6], 'after'), previous_cursor: 'before' });
    list.loadEarlier();
    const earlier = await answer({ ...page([3, 4, 5], 'x'), previous_cursor: null });
    expect(earlier.request.params.get('cursor')).toBe('before');
    expect([ids(), list.count(), list.loaded()?.before]).toEqual([[3, 4, 5, 6], 9, null]);

    list.loadEarlier();
    list.loadMore();
    const later = await answer(page([7], null));
    expect(later.request.params.get('cursor')).toBe('after');
    expect(ids()).toEqual([3, 4, 5, 6, 7]);
  });

  it('tries again what did not come', async () => {
    const { answer, ids, list, refuse } = open('rows');
    await answer({ ...page([5]), previous_cursor: 'before' });
    list.loadEarlier();
    await refuse();
    expect(list.earlier()).toBe('failed');
    list.loadEarlier();
    await answer({ ...page([4]), previous_cursor: null });
    expect([ids(), list.earlier()]).toEqual([[4, 5], 'idle']);
  });
});
