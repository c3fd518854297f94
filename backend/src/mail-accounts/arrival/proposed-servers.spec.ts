import { NOBODY_TRUSTED } from '../domain/trusted-servers.ts';
import { headerLines } from './header-lines.ts';
import { proposedServers } from './proposed-servers.ts';
import { receivedFrom } from './received-from.ts';

const NUMBERS = [1, 2, 3, 4, 5, 6];

/** Mails of customers, each behind fields that are written from its number. */
function proposed(fields: (number: number) => readonly string[], typed = NOBODY_TRUSTED, numbers = NUMBERS) {
  const mails = numbers.map((one) =>
    headerLines(Buffer.from([...fields(one), `From: a@c${one}.example`, '', 'x'].join('\r\n'))),
  );
  return proposedServers(mails, typed, receivedFrom);
}

const outside = (one: number): string => `Received: from c${one} (c${one} [192.0.${one}.7]) by mx.desk.example; now`;

describe('the servers that seem to stand before a mailbox', () => {
  it('are none where mails come straight to it', () => {
    expect(proposed((one) => [outside(one)])).toEqual({ authservId: null, relays: [] });
  });

  it('are those whose results stand above what came from outside', () => {
    const fields = (one: number) => ['ARC-Authentication-Results: i=1; mx.google.com; dmarc=pass', outside(one)];
    expect(proposed(fields)).toEqual({ authservId: 'mx.google.com', relays: [] });
  });

  it('are not those whose results may have come with the mail', () => {
    expect(proposed((one) => [outside(one), 'Authentication-Results: mx.evil.example; dmarc=pass'])).toEqual({
      ...{ authservId: null, relays: [] },
    });
  });

  it('are those that all mails came through, and the name that their results share', () => {
    const fields = (one: number) => [
      'Received: from in.mail (in.mail [10.202.2.40]) by store with ESMTP; now',
      `Received: from mx (mx [2001:db8:${one}::1]) by in.mail; now`,
      `Authentication-Results: mx${one}.provider.example; dmarc=pass`,
      outside(one),
    ];
    const found = { authservId: 'provider.example', relays: ['10.202.2.0/24', '2001:db8::/32'] };
    expect(proposed(fields)).toEqual(found);
    expect(proposed(fields, found)).toEqual(found);
  });

  it('are those of the outermost that writes any, which knows who was outside', () => {
    const fields = (one: number) => [
      'ARC-Authentication-Results: i=1; mx.inner.example; dmarc=fail',
      'Received: from filter (filter [203.0.113.5]) by mx.inner.example; now',
      'Authentication-Results: filter.example; dmarc=pass',
      outside(one),
    ];
    expect(proposed(fields)).toEqual({ authservId: 'filter.example', relays: ['203.0.113.0/24'] });
  });

  it('are not told by few mails, nor by those of few domains', () => {
    const through = (one: number) => ['Received: from r (r [203.0.113.5]) by mx; now', outside(one)];
    expect(proposed(through, NOBODY_TRUSTED, [1, 2, 3, 4])).toBeNull();
    expect(proposed(through, NOBODY_TRUSTED, [1, 1, 1, 2, 2, 2])).toBeNull();
    expect(proposed(through, NOBODY_TRUSTED, [1, 1, 1, 2, 3])).not.toBeNull();
  });

  it('are none where a single mail came another way', () => {
    const fields = (one: number) => [
      ...(one === 3 ? [] : ['Received: from r (r [203.0.113.5]) by mx; now']),
      outside(one),
    ];
    expect(proposed(fields)).toEqual({ authservId: null, relays: [] });
  });
});
