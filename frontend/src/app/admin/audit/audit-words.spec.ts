import type { AuditEvent } from '../../api/admin-model';
import { anEvent } from '../testing/desk';
import { auditDetails } from './audit-details';
import { AUDIT_GROUPS, AUDIT_KINDS, auditSentence } from './audit-words';

const name = (id: number) => ({ 1: 'Administrator', 2: 'Mina Park' })[id] ?? 'Someone';

function sentence(values: Partial<AuditEvent>): string {
  const { who, deed, subject, rest } = auditSentence(anEvent(values), {
    person: name,
    category: (key) => key.toUpperCase(),
  });
  return [who, deed, subject, rest].filter(Boolean).join(' ');
}

describe('the kinds of events', () => {
  it('stand in one group each', () => {
    expect(Object.values(AUDIT_GROUPS).flat().sort()).toEqual(Object.keys(AUDIT_KINDS).sort());
  });
});

describe('an event of the audit log', () => {
  it.each<[Partial<AuditEvent>, string]>([
    [
      { kind: 'user_created', subject: { type: 'user', id: '2', label: 'mina.park' } },
      'Administrator created the user mina.park',
    ],
    [{ kind: 'sign_in' }, 'Administrator signed in'],
    [
      { kind: 'sign_in_failed', actor: null, subject: { type: 'user', id: null, label: 'root' } },
      'Someone as root failed to sign in',
    ],
    [{ kind: 'settings_changed', actor: null, via: 'system' }, 'The desk changed the settings'],
    [
      { kind: 'settings_changed', actor: null, via: 'system', details: { changes: {}, settings: { port: 8000 } } },
      'The desk noted its settings',
    ],
    [
      { kind: 'settings_changed', actor: null, via: 'system', details: { changes: { port: { from: 1, to: 2 } } } },
      'The desk changed the settings',
    ],
    [
      {
        kind: 'category_merged',
        subject: { type: 'category', id: 'a', label: 'Refunds' },
        details: { into: 'billing' },
      },
      'Administrator merged the category Refunds into BILLING',
    ],
    [
      { kind: 'ticket_deleted', subject: { type: 'ticket', id: '12', label: 'A test' } },
      'Administrator deleted the ticket #12 A test',
    ],
    [{ kind: 'tickets_bulk_changed', actor: 2, details: { total: 4210 } }, 'Mina Park changed 4,210 tickets'],
    [{ kind: 'tickets_bulk_undone', details: { total: 1 } }, 'Administrator took back a change of 1 ticket'],
    [
      { kind: 'something_new', subject: { type: 'thing', id: 'x', label: null } },
      'Administrator did “something new” to x',
    ],
  ])('%j reads "%s"', (values, words) => {
    expect(sentence(values)).toBe(words);
  });

  it('opens to what changed from what to what, by what and from where', () => {
    const changes = { role: { from: 'agent', to: 'admin' }, mergedInto: { from: null, to: 'billing' } };

    expect(auditDetails(anEvent({ details: { changes }, via: 'token' }), name)).toEqual([
      { label: 'Role', from: 'agent', value: 'admin' },
      { label: 'Merged into', from: 'nothing', value: 'billing' },
      { label: 'By way of', from: null, value: 'an API token' },
      { label: 'Address', from: null, value: '192.0.2.14' },
    ]);
  });

  it('says what changed of the settings, not everything that stayed', () => {
    const changes = { llm_model: { from: 'a', to: 'b' } };
    const details = { changes, settings: { llm_model: 'b', port: 8000 } };

    expect(auditDetails(anEvent({ details, address: null }), name).map(({ label }) => label)).toEqual([
      'Llm model',
      'By way of',
    ]);
    expect(auditDetails(anEvent({ details: { ...details, changes: {} } }), name)).toContainEqual({
      label: 'Port',
      from: null,
      value: '8000',
    });
  });

  it('names people instead of their numbers', () => {
    expect(auditDetails(anEvent({ details: { owner: 2 } }), name)[0]).toEqual({
      label: 'Owner',
      from: null,
      value: 'Mina Park',
    });
  });
});
