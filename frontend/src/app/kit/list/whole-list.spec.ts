import { httpResource, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { EnvironmentInjector, effect, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { WholeList } from './whole-list';

async function settle(): Promise<void> {
  TestBed.tick();
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
}

function open() {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const http = TestBed.inject(HttpTestingController);
  const list = runInInjectionContext(TestBed.inject(EnvironmentInjector), () => {
    const made = new WholeList(httpResource<{ results: readonly string[] }>(() => '/rows'));
    // Somebody looks at it.
    effect(() => void made.items());
    return made;
  });
  TestBed.tick();
  return { http, list };
}

describe('a list that comes whole', () => {
  it('is ready with its answer and has no more', async () => {
    const { http, list } = open();
    expect([list.ready(), list.items()]).toEqual([false, []]);
    http.expectOne('/rows').flush({ results: ['a', 'b'] });
    await settle();

    expect([list.ready(), list.items(), list.ended(), list.more()]).toEqual([true, ['a', 'b'], true, 'idle']);
  });

  it('keeps what it has when asking again fails, and says so', async () => {
    const { http, list } = open();
    http.expectOne('/rows').flush({ results: ['a'] });
    await settle();
    list.reload();
    TestBed.tick();
    http.expectOne('/rows').flush('', { status: 503, statusText: 'Away' });
    await settle();

    expect(list.items()).toEqual(['a']);
    expect(list.error()?.message).toBe('Something unexpected happened.');
  });

  it('shows what is known better until the next answer', async () => {
    const { http, list } = open();
    http.expectOne('/rows').flush({ results: ['a', 'b'] });
    await settle();
    list.set(['b', 'a']);
    expect(list.items()).toEqual(['b', 'a']);

    list.reload();
    TestBed.tick();
    http.expectOne('/rows').flush({ results: ['a', 'b', 'c'] });
    await settle();
    expect(list.items()).toEqual(['a', 'b', 'c']);
  });
});
