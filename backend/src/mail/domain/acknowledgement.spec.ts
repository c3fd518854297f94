import { acknowledgementWords, isAcknowledged } from './acknowledgement.ts';
import { MAIL_KINDS } from './mail-kind.ts';

const from = (address: string) => ({ kind: 'person', sender: { name: '', address } }) as const;

describe('a mail that became a ticket', () => {
  it.each(MAIL_KINDS)('is acknowledged where a person wrote it (%s)', (kind) => {
    expect(isAcknowledged({ ...from('anna@example.org'), kind }, 'unknown')).toBe(kind === 'person');
  });

  it('is not acknowledged where the domain of its sender denies it, or it names none', () => {
    expect(isAcknowledged(from('anna@example.org'), 'confirmed')).toBe(true);
    expect(isAcknowledged(from('anna@example.org'), 'denied')).toBe(false);
    expect(isAcknowledged({ kind: 'person', sender: null }, 'unknown')).toBe(false);
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

it('an acknowledgement names the ticket by its number and its title', () => {
  const { subject, text } = acknowledgementWords({ id: 12, title: 'Seats' });
  expect(subject).toBe('Re: Seats [#12]');
  expect(text).toContain('ticket #12: Seats\n');
});
