/** What `mailauth` reads fields `Received` by, and does not tell the types of. */
declare module 'mailauth/lib/parse-received.js' {
  export interface Clause {
    readonly value?: string;
    readonly comment?: string;
  }
  export function parseReceived(field: string): { readonly from?: Clause; readonly with?: Clause } | false;
  /** The address of the connection, never one that the other side claimed. */
  export function getClientAddress(from: Clause): string | false;
}
