/** There is no access token, and why, in a sentence that may be shown. */
export class TokenRefused extends Error {}
