import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { ArrivingToken } from './arriving-token';
import { PortalDesk } from './portal-desk';
import { PortalSession } from './portal-session';

/** Only for customers who are signed in; others are sent to do that first. Where it cannot be found out, the page says why. */
export const customersOnly: CanActivateFn = async (_route, { url }) => {
  const [router, session] = [inject(Router), inject(PortalSession)];
  // Both questions are on their way at the same time.
  inject(PortalDesk);
  if ((await session.isSignedIn()) !== false) return true;
  session.remember(url);
  return router.parseUrl('/portal/sign-in');
};

/** Takes the token of a link out of the address before anything else happens, so that it stands in no history. */
export const takesToken: CanActivateFn = ({ fragment }) => {
  if (!fragment) return true;
  inject(ArrivingToken).arrive(fragment.replace(/^token=/, ''));
  return new RedirectCommand(inject(Router).parseUrl('/portal/sign-in'), { replaceUrl: true });
};
