import { TestBed } from '@angular/core/testing';
import { NonNullableFormBuilder } from '@angular/forms';
import { messageOf } from '../../ui/field-message';
import { type TokenForm, expiryDays, tokenForm } from './token-form';

const READ = { 'tickets:read': true, 'tickets:write': false, admin: false };
const complete = { name: 'Nightly export', scopes: READ, expiry: '90', days: '' } as const;

describe('the form of a token', () => {
  it('has nothing to say about a complete one', () => {
    expect(tokenMessages(complete)).toEqual({});
  });

  it.each(['', '   '])('asks for a name instead of %j', (name) => {
    expect(tokenMessages({ ...complete, name })).toEqual({ name: 'Give the token a name.' });
  });

  it('tells when the name is too long', () => {
    expect(tokenMessages({ ...complete, name: '😀'.repeat(80) })).toEqual({});
    expect(tokenMessages({ ...complete, name: 'x'.repeat(81) })).toEqual({
      name: 'Shorten the name; 80 characters fit.',
    });
  });

  it('asks what the token may do', () => {
    const scopes = { ...READ, 'tickets:read': false };

    expect(tokenMessages({ ...complete, scopes })).toEqual({ scopes: 'Choose what the token may do.' });
  });

  it.each(['', '0', '366', '-1', '1.5', 'ten', '1e2'])('refuses %j as a number of days', (days) => {
    expect(tokenMessages({ ...complete, expiry: 'other', days })).toEqual({
      days: 'Give a number of days from 1 to 365.',
    });
  });

  it('counts the days that were chosen', () => {
    expect(expiryDays({ expiry: '30', days: '7' })).toBe(30);
    expect(expiryDays({ expiry: 'other', days: ' 7 ' })).toBe(7);
  });
});

/** What each field says once somebody tried to send these values. */
function tokenMessages(values: ReturnType<TokenForm['getRawValue']>): Record<string, string> {
  const form = tokenForm(TestBed.inject(NonNullableFormBuilder));
  form.setValue(values);
  form.markAllAsTouched();
  form.markAllAsDirty();
  const said = Object.entries(form.controls).map(([field, control]) => [field, messageOf(control)] as const);
  return Object.fromEntries(said.filter((one): one is [string, string] => one[1] !== null));
}
