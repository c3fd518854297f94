import { isAcknowledged, isOld, repeatedWords } from './acknowledgement.ts';
import { MAIL_KINDS } from './mail-kind.ts';

const from = (address: string) =>
  ({ kind: 'person', sender: { name: '', address }, suppressesReplies: false }) as const;

describe('a mail that became a ticket', () => {
  it.each(MAIL_KINDS)('is acknowledged where a person wrote it (%s)', (kind) => {
    expect(isAcknowledged({ ...from('anna@example.org'), kind }, 'unknown')).toBe(kind === 'person');
  });

  it('is not acknowledged where the domain of its sender denies it, it names none, or asks for no answer', () => {
    expect(isAcknowledged(from('anna@example.org'), 'confirmed')).toBe(true);
    expect(isAcknowledged(from('anna@example.org'), 'denied')).toBe(false);
    expect(isAcknowledged({ ...from('anna@example.org'), suppressesReplies: true }, 'confirmed')).toBe(false);
    expect(isAcknowledged({ ...from(''), sender: null }, 'unknown')).toBe(false);
  });

  it.each([
    ['noreply@example.org', false],
    ['No-Reply@example.org', false],
    ['no_reply+17@example.org', false],
    ['alerts-noreply@example.org', false],
    ['do-not-reply@example.org', false],
    ['noreply2@example.org', false],
    ['casinoreply@example.org', true],
    ['noreplying@example.org', true],
    ['anna@noreply.example.org', true],
  ])('is acknowledged where somebody reads at an address: %s (%s)', (address, expected) => {
    expect(isAcknowledged(from(address), 'unknown')).toBe(expected);
  });
});

describe('a mail is old', () => {
  const now = new Date('2026-11-28T12:00:00Z');
  it.each([
    ['2026-11-28T11:59:00Z', null, false],
    ['2026-11-26T12:00:00Z', '2026-11-26T12:00:00Z', false],
    ['2026-11-26T11:59:00Z', null, true],
    ['2026-11-28T11:59:00Z', '2019-03-01T10:00:00Z', true],
    ['2019-03-01T10:00:00Z', '2026-11-28T11:59:00Z', true],
  ])('that came at %s and says %s: %s', (came, written, expected) => {
    expect(isOld({ writtenAt: written === null ? null : new Date(written) }, new Date(came), now)).toBe(expected);
  });
});

describe('an acknowledgement', () => {
  it.each([
    ['confirmed', { title: 'Seats', name: 'Anna' }],
    ['unknown', { title: '', name: '' }],
    ['failed', { title: '', name: '' }],
    ['denied', { title: '', name: '' }],
  ] as const)('repeats of a mail whose sender is %s: %j', (proof, expected) => {
    expect(repeatedWords({ title: 'Seats', name: 'Anna' }, proof)).toEqual(expected);
  });
});
