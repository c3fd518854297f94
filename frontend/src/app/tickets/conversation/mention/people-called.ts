import type { Person } from '../../../api/model';

/** Those whose login or a part of whose name begins with a word, in upper or lower case and with or without accents; logins first. */
export function peopleCalled(word: string, people: readonly Person[]): Person[] {
  const wanted = compared(word);
  const rank = ({ username, display_name: name }: Person): number => {
    if (compared(username).startsWith(wanted)) return 0;
    return [username, name].some((one) => parts(compared(one)).some((part) => part.startsWith(wanted))) ? 1 : 2;
  };
  return [0, 1].flatMap((wantedRank) => people.filter((person) => rank(person) === wantedRank));
}

function parts(name: string): string[] {
  return name.split(/[\s._-]+/);
}

function compared(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
