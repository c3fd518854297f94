import type { PersonPresent } from '../../api/model';
import { isolated } from '../../ui/isolated';

/** More people than this are counted instead of named. */
const NAMED_MAX = 2;

/** What people do, what counts for most first. */
const DOES: readonly (readonly [PersonPresent['activity'], string])[] = [
  ['changing', 'changing it'],
  ['writing', 'writing'],
  ['looking', 'looking'],
];

/** What others do with an open ticket: "Jonas is looking"; who changes it or writes counts for more. '' for nobody. */
export function presenceWords(others: readonly PersonPresent[]): string {
  const [most, does] = DOES.find(([activity]) => others.some((one) => one.activity === activity)) ?? [];
  const people = others.filter(({ activity }) => activity === most);
  if (people.length === 0) return '';
  if (people.length > NAMED_MAX) return `${people.length} people are ${does}`;
  return `${people.map(firstName).join(' and ')} ${people.length === 1 ? 'is' : 'are'} ${does}`;
}

/** One by one, with their whole names: "Jonas Weber is looking, Ada Cole is changing it". */
export function presenceInFull(others: readonly PersonPresent[]): string {
  return others.map((one) => personWords(one)).join(', ');
}

export function personWords({ name, activity }: PersonPresent): string {
  const [, does] = DOES.find(([one]) => one === activity) ?? [];
  return `${isolated(name)} is ${does ?? 'looking'}`;
}

function firstName({ name }: PersonPresent): string {
  return isolated(name.split(' ')[0] ?? name);
}
