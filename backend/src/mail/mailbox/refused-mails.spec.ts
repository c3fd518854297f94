import { RefusedMails } from './refused-mails.ts';

describe('a mail that cannot be had', () => {
  it('is given up at the eighth try, whatever becomes of others meanwhile', () => {
    const refused = new RefusedMails();
    for (let tries = 1; tries < 8; tries++) expect(refused.isGivenUp('box', 7)).toBe(false);
    expect([refused.isGivenUp('box', 8), refused.isGivenUp('other', 7)]).toEqual([false, false]);
    expect(refused.isGivenUp('box', 7)).toBe(true);
  });
});
