import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Attendance } from './attendance';

/** What the page asks by itself while nobody may be there keeps no session alive; each such call says so. */
export const attendanceInterceptor: HttpInterceptorFn = (request, next) =>
  next(inject(Attendance).isSure ? request : request.clone({ setHeaders: { 'Desk-Unattended': '1' } }));
