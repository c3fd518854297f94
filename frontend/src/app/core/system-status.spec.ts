import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { problemInterceptor } from './problem-interceptor';
import { SystemStatus } from './system-status';
import { aProblem } from './testing/fakes';

describe('the status of the system', () => {
  let http: HttpTestingController;
  let page: ComponentFixture<SystemStatus>;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    page = TestBed.createComponent(SystemStatus);
  });

  it('is asked for, and told', async () => {
    expect(await text()).toContain('Asking the desk');
    http.expectOne('/api/health/ready').flush({ status: 'ok' });

    expect(await text()).toContain('The desk works');
  });

  it('tells what is wrong, and asks again', async () => {
    http.expectOne('/api/health/ready').flush(...aProblem(503, 'database_unavailable', { detail: 'It is away.' }));
    expect(await text()).toContain('The desk does not work right now');
    expect(await text()).toContain('It is away.');

    (page.nativeElement as HTMLElement).querySelector('button')!.click();
    http.expectOne('/api/health/ready').flush({ status: 'ok' });
    expect(await text()).toContain('The desk works');
  });

  it('asks again when the desk is back', async () => {
    http.expectOne('/api/health/ready').error(new ProgressEvent('error'));
    expect(await text()).toContain('The desk does not work right now');
    window.dispatchEvent(new Event('online'));
    http.expectOne('/api/health/ready').flush({ status: 'ok' });

    expect(await text()).toContain('The desk works');
  });

  async function text(): Promise<string> {
    page.detectChanges();
    return (page.nativeElement as HTMLElement).textContent;
  }
});
