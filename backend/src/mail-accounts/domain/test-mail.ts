/** How the Message-ID of a mail begins that an admin has had sent to the desk itself to try whether it arrives. */
export const TEST_MAIL = 'desk-test-';
