import { MailTrouble, RefusedMails } from './refused-mails.ts';

describe('a mail that cannot be had', () => {
  let trouble: MailTrouble;
  beforeEach(() => {
    trouble = new MailTrouble();
  });

  it('is given up at the fifth refusal', () => {
    for (let tries = 1; tries < 5; tries++) expect(trouble.isGivenUp(7)).toBe(false);
    expect([trouble.isGivenUp(8), trouble.isGivenUp(7)]).toEqual([false, true]);
  });

  it('is given up at the second one beside another that was given up', () => {
    for (let tries = 1; tries <= 5; tries++) trouble.isGivenUp(7);
    expect([trouble.isGivenUp(8), trouble.isGivenUp(8)]).toEqual([false, true]);
  });

  it('is vouched for by who failed least, and by nobody once all have', () => {
    const asked = () => {
      const witness = trouble.witness([8, 9]);
      trouble.ask(witness);
      return witness;
    };
    expect([asked(), asked(), asked(), asked()]).toEqual([8, 9, null, 8]);
    trouble.had(9);
    expect(asked()).toBe(9);
    trouble.had(9);
    expect(asked()).toBe(9);
  });

  it('counts what was asked for in vain, until it is had', () => {
    expect(trouble.failures(7)).toBe(0);
    trouble.ask(7);
    trouble.ask(7);
    expect(trouble.failures(7)).toBe(2);
    trouble.had(7);
    expect(trouble.failures(7)).toBe(0);
  });
});

describe('the trouble of mailboxes', () => {
  it('is kept of each, until a mail could be had or the mailbox numbers its mails anew', () => {
    const refused = new RefusedMails();
    refused.of('box', 1n).ask(7);
    expect([refused.of('box', 1n).failures(7), refused.of('other', 1n).failures(7)]).toEqual([1, 0]);
    expect(refused.of('box', 2n).failures(7)).toBe(0);
    refused.of('box', 2n).ask(7);
    refused.forget('box');
    expect(refused.of('box', 2n).failures(7)).toBe(0);
  });
});
