import { type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { GOES_BY } from './answer-within';
import { BASE_PATH } from './base-path';

/** Calls of the API go to this desk, wherever it lives. Stands last: the others know the API by its own paths. */
export const basePathInterceptor: HttpInterceptorFn = (request, next) => {
  const basePath = inject(BASE_PATH);
  const send = request.context.get(GOES_BY) ?? next;
  if (basePath === '' || !request.url.startsWith('/api/')) return send(request);
  return send(request.clone({ url: basePath + request.url }));
};
