import { SetMetadata } from '@nestjs/common';

export const UNATTENDED = 'desk:unattended';

/** Programs ask this by themselves, whether anybody is there or not: it is no use of a session, which goes idle all the same. */
export function Unattended(): MethodDecorator & ClassDecorator {
  return SetMetadata(UNATTENDED, true);
}
