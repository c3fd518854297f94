import { RefusedMails } from './refused-mails.ts';

describe('a mail that cannot be had', () => {
  let refused: RefusedMails;
  beforeEach(() => {
    refused = new RefusedMails();
  });
  const fail = (isRefused: boolean, uid = 7, mailbox = 'box') => refused.isGivenUp(mailbox, isRefused, 1n, uid);

  it('is given up at the fifth refusal', () => {
    for (let tries = 1; tries < 5; tries++) expect(fail(true)).toBe(false);
    expect([fail(true, 7, 'other'), fail(true)]).toEqual([false, true]);
  });

  it('is waited for as long as it is the line that fails', () => {
    for (let tries = 1; tries <= 100; tries++) expect(fail(false)).toBe(false);
    expect(refused.failures('box', 1n, 7)).toBe(100);
    for (let tries = 1; tries < 5; tries++) expect(fail(true)).toBe(false);
    expect(fail(true)).toBe(true);
  });

  it('begins anew once it could be had, and where the mailbox numbers its mails anew', () => {
    for (let tries = 1; tries < 5; tries++) fail(true);
    refused.forget('box');
    for (let tries = 1; tries < 5; tries++) expect(fail(true)).toBe(false);
    expect(refused.failures('box', 2n, 7)).toBe(0);
    expect([refused.isGivenUp('box', true, 2n, 7), fail(true)]).toEqual([false, false]);
  });
});
