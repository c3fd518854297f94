import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DeskCookie } from '../auth/desk-cookie.ts';
import type { SignedInCustomer } from './domain/signed-in-customer.ts';

/** What the names of all desks' cookies have in common. */
export const CUSTOMER_COOKIE = 'desk_portal';

/** The cookie of a customer on the portal; it opens nothing else. */
@Injectable()
export class CustomerCookie extends DeskCookie {
  protected readonly kind = CUSTOMER_COOKIE;

  /** Hands the browser its session, and answers with who is signed in. */
  handOver(reply: FastifyReply, signedIn: SignedInCustomer): SignedInCustomer {
    this.set(reply, signedIn.session);
    return signedIn;
  }
}
