import type { PersonPresent } from '../../api/model';
import { isolated } from '../../ui/isolated';

/** More people than this are counted instead of named. */
const NAMED_MAX = 2;

/** What others do with an open ticket: "Jonas is looking"; who changes it counts for more. '' for nobody. */
export function presenceWords(others: readonly PersonPresent[]): string {
  const changing = others.filter(({ activity }) => activity === 'changing');
  const [people, does] = changing.length > 0 ? [changing, 'changing it'] : [others, 'looking'];
  if (people.length === 0) return '';
  if (people.length > NAMED_MAX) return `${people.length} people are ${does}`;
  return `${people.map(firstName).join(' and ')} ${people.length === 1 ? 'is' : 'are'} ${does}`;
}

/** One by one, with their whole names: "Jonas Weber is looking, Ada Cole is changing it". */
export function presenceInFull(others: readonly PersonPresent[]): string {
  return others.map((one) => personWords(one)).join(', ');
}

export function personWords({ name, activity }: PersonPresent): string {
  return `${isolated(name)} is ${activity === 'changing' ? 'changing it' : 'looking'}`;
}

function firstName({ name }: PersonPresent): string {
  return isolated(name.split(' ')[0] ?? name);
}
