import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import type { Account } from '../api/model';
import { choosePasswordAddress, returnAddress, signInAddress } from './return-address';
import { Session } from './session';

/** Only for people who are signed in, with a password of their own; others are sent to do that first. */
export const signedIn: CanMatchFn = () => {
  const router = inject(Router);
  const navigation = router.currentNavigation();
  const url = navigation ? router.serializeUrl(navigation.extractedUrl) : '/';
  return onceKnown((user) => {
    if (!user) return signInAddress(url);
    return user.must_change_password ? choosePasswordAddress(url) : true;
  });
};

/** Only for people who are not signed in; others go on. */
export const signedOut: CanActivateFn = ({ queryParams }) =>
  onceKnown((user) => {
    if (!user) return true;
    const address = returnAddress(queryParams['return']);
    return user.must_change_password ? choosePasswordAddress(address) : address;
  });

/** Only for people who must choose a password of their own; others go on, or sign in. */
export const mustChoosePassword: CanActivateFn = ({ queryParams }) =>
  onceKnown((user) => {
    if (user?.must_change_password) return true;
    const address = returnAddress(queryParams['return']);
    return user ? address : signInAddress(address);
  });

/** Matches for admins only, so that others are not even sent the code. Belongs inside a route that is `signedIn`. */
export const adminOnly: CanMatchFn = () => inject(Session).isAdmin();

/** Lets people pass, or sends them to an address, once it is known who they are. */
function onceKnown(decide: (user: Account | null) => true | string) {
  const router = inject(Router);
  const session = inject(Session);
  const decided = () => {
    const answer = decide(session.user());
    return answer === true || router.parseUrl(answer);
  };
  return session.known() ? decided() : session.whenKnown().then(decided);
}
