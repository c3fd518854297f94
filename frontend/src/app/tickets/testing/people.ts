import type { Person } from '../../api/model';
import type { Names } from '../ticket-names';

/** The people of the specs; Priya reads. Leo has left. */
export const PEOPLE: readonly Person[] = [
  person(3, 'Jonas Weber'),
  { ...person(4, 'Leo Marchetti'), active: false },
  person(2, 'Mina Park'),
  person(1, 'Priya Nair'),
];

/** The names as Priya reads them. */
export const NAMES: Names = {
  category: (key) => key.charAt(0).toUpperCase() + key.slice(1),
  person: (id) => PEOPLE.find((one) => one.id === id)?.display_name ?? 'Someone',
  me: () => 1,
  hasLeft: (id) => PEOPLE.find((one) => one.id === id)?.active === false,
};

function person(id: number, display_name: string): Person {
  const username = display_name.toLowerCase().replace(' ', '.');
  return { id, username, display_name, role: 'agent', active: true };
}
