import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { SignatureLine } from './signature-line';

describe('below an answer', () => {
  it.each([
    [true, 'Your signature goes with it'],
    [false, ''],
  ])('where a signature is sent (%s) stands %j', async (isSent, words) => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const fixture = TestBed.createComponent(SignatureLine);
    await fixture.whenStable();
    TestBed.inject(HttpTestingController).expectOne('/api/auth/signature').flush({ text: 'Mina', is_sent: isSent });
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent.trim()).toBe(words);
  });
});
