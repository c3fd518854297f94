import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { Categories } from '../api/categories';
import { problemOf } from '../api/problem-error';
import { categoriesInterceptor } from './categories-interceptor';
import { problemInterceptor } from './problem-interceptor';

describe('the list of categories, after a call that the API refused', () => {
  let http: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([categoriesInterceptor, problemInterceptor])),
        provideHttpClientTesting(),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(Categories);
    await settle();
    http.expectOne('/api/categories').flush({ results: [] });
    await settle();
  });

  it('is asked for again when the category was the reason', async () => {
    expect(await refuse(400, 'category')).toBe('category');
    http.expectOne('/api/categories');
  });

  it.each([
    [400, 'title'],
    [409, 'category'],
  ])('stays after %d because of the %s', async (status, field) => {
    expect(await refuse(status, field)).toBe(field);
    http.expectNone('/api/categories');
  });

  /** The field that the call failed for. */
  async function refuse(status: number, field: string): Promise<string | undefined> {
    const call = firstValueFrom(TestBed.inject(HttpClient).patch('/api/tickets/1', {})).catch(
      (error: unknown) => error,
    );
    const errors = [{ field, code: 'invalid', message: 'Not this one.' }];
    const body = { title: 'Refused', status, code: 'validation_failed', errors };
    http.expectOne('/api/tickets/1').flush(body, { status, statusText: 'Refused' });
    const failure = await call;
    await settle();
    return problemOf(failure)?.errors[0]?.field;
  }

  async function settle(): Promise<void> {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }
});
