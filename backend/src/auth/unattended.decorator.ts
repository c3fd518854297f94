import type { IncomingHttpHeaders } from 'node:http';
import { SetMetadata } from '@nestjs/common';

export const UNATTENDED = 'desk:unattended';

/** Programs ask this by themselves, whether anybody is there or not: it is no use of a session, which goes idle all the same. */
export function Unattended(): MethodDecorator & ClassDecorator {
  return SetMetadata(UNATTENDED, true);
}

/** Whether a request says of itself that nobody may be there: `Desk-Unattended: 1`. */
export function saysUnattended(headers: IncomingHttpHeaders): boolean {
  return headers['desk-unattended'] === '1';
}
