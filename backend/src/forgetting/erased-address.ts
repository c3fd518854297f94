/** In the place of an address that was erased: nobody has it (RFC 2606). */
export const ERASED_ADDRESS = 'erased@erased.invalid';
