import { TestBed } from '@angular/core/testing';
import type { Account } from '../../api/model';
import { Session } from '../session';

/** A believable agent. */
export function anAccount(values: Partial<Account> = {}): Account {
  return {
    id: 1,
    username: 'mina.park',
    display_name: 'Mina Park',
    role: 'agent',
    must_change_password: false,
    ...values,
  };
}

/** From now on this person is signed in, without asking the API. */
export function signInAs(values: Partial<Account> = {}): Account {
  const account = anAccount(values);
  TestBed.inject(Session).begin(account);
  return account;
}
