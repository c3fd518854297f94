import type { Person } from '../../../api/model';
import { peopleCalled } from './people-called';

const PEOPLE = [
  person(1, 'jonas.weber', 'Jonas Weber'),
  person(2, 'wj', 'Jürgen O’Neill'),
  person(3, 'mina.park', 'Mina Park'),
];

describe('the people who are called', () => {
  it.each([
    ['', ['jonas.weber', 'wj', 'mina.park']],
    ['jon', ['jonas.weber']],
    ['W', ['wj', 'jonas.weber']],
    ['jur', ['wj']],
    ['JÜR', ['wj']],
    ['mina.p', ['mina.park']],
    ['park', ['mina.park']],
    ['ark', []],
  ])('%j are %j', (word, logins) => {
    expect(peopleCalled(word, PEOPLE).map(({ username }) => username)).toEqual(logins);
  });
});

function person(id: number, username: string, name: string): Person {
  return { id, username, display_name: name, role: 'agent', active: true };
}
