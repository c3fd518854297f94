import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router, type UrlTree } from '@angular/router';
import { choosePasswordAddress, returnAddress, signInAddress } from './return-address';
import { Session } from './session';

/** Only for people who are signed in, with a password of their own; others are sent to do that first. */
export const signedIn: CanMatchFn = () => {
  const session = inject(Session);
  const router = inject(Router);
  const navigation = router.currentNavigation();
  const url = navigation ? router.serializeUrl(navigation.extractedUrl) : '/';
  return whenKnown(session, () => {
    const user = session.user();
    if (!user) return router.parseUrl(signInAddress(url));
    return user.must_change_password ? router.parseUrl(choosePasswordAddress(url)) : true;
  });
};

/** Only for people who are not signed in; others go on. */
export const signedOut: CanActivateFn = ({ queryParams }) => {
  const session = inject(Session);
  const router = inject(Router);
  return whenKnown(session, () => {
    const user = session.user();
    if (!user) return true;
    const address = returnAddress(queryParams['return']);
    return router.parseUrl(user.must_change_password ? choosePasswordAddress(address) : address);
  });
};

/** Only for people who must choose a password of their own; others go on, or sign in. */
export const mustChoosePassword: CanActivateFn = ({ queryParams }) => {
  const session = inject(Session);
  const router = inject(Router);
  return whenKnown(session, () => {
    const user = session.user();
    if (user?.must_change_password) return true;
    const address = returnAddress(queryParams['return']);
    return router.parseUrl(user ? address : signInAddress(address));
  });
};

/** Matches for admins only, so that others are not even sent the code. Belongs inside a route that is `signedIn`. */
export const adminOnly: CanMatchFn = () => inject(Session).isAdmin();

function whenKnown(session: Session, decide: () => true | UrlTree) {
  return session.known() ? decide() : session.whenKnown().then(decide);
}
