import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { PageLoad } from './page-load';
import { returnAddress, signInAddress } from './return-address';

/** Where the app begins anew when somebody else is signed in than this page believes, or nobody. */
@Injectable({ providedIn: 'root' })
export class FreshStart {
  private readonly pageLoad = inject(PageLoad);
  private readonly router = inject(Router);

  /** The page needs nobody to be signed in. */
  get isOpen(): boolean {
    return /^\/(sign-in|status)(?![^/?#])/.test(this.router.url);
  }

  atHome(): void {
    this.pageLoad.go('/');
  }

  /** Leads back to this page afterwards. */
  atSignIn(): void {
    this.pageLoad.go(signInAddress(this.router.url));
  }

  /** The page that somebody wanted who was sent to sign in. */
  whereWanted(): void {
    this.pageLoad.go(returnAddress(this.router.parseUrl(this.router.url).queryParams['return']));
  }
}
