import {
  type HttpEvent,
  HttpErrorResponse,
  HttpEventType,
  HttpHeaders,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { Observable } from 'rxjs';

/** Sends a request and tells how much of it has left, which `fetch` cannot. Giving up its answer ends the call. */
export function byXhr({ method, url, headers, body }: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
  return new Observable((answer) => {
    const call = new XMLHttpRequest();
    call.open(method, url);
    for (const name of headers.keys()) call.setRequestHeader(name, headers.get(name) ?? '');
    call.upload.onprogress = ({ loaded, total }) => {
      answer.next({ type: HttpEventType.UploadProgress, loaded, total });
    };
    call.onload = () => {
      const { status, statusText } = call;
      const told = { status, statusText, url, headers: new HttpHeaders(call.getAllResponseHeaders()) };
      const content = read(call.responseText);
      if (status < 200 || status > 299) {
        answer.error(new HttpErrorResponse({ ...told, error: content }));
        return;
      }
      answer.next(new HttpResponse({ ...told, body: content }));
      answer.complete();
    };
    call.onerror = () => answer.error(new HttpErrorResponse({ status: 0, url }));
    call.send(body as FormData);
    return () => call.abort();
  });
}

/** The JSON of an answer; a page of something in between stays text. */
function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
