import type { PersonPresent } from '../../api/model';
import { presenceInFull, presenceWords } from './presence-words';

describe('the words for who has a ticket open', () => {
  const person = (id: number, name: string, activity: PersonPresent['activity'] = 'looking'): PersonPresent => ({
    ...{ id, name, activity },
  });
  const [jonas, ada, mina] = [person(1, 'Jonas Weber'), person(2, 'Ada Cole'), person(3, 'Mina Park')];
  const changing = (one: PersonPresent): PersonPresent => ({ ...one, activity: 'changing' });

  const writing = (one: PersonPresent): PersonPresent => ({ ...one, activity: 'writing' });

  it.each<[string, readonly PersonPresent[]]>([
    ['', []],
    ['Jonas is looking', [jonas]],
    ['Jonas and Ada are looking', [jonas, ada]],
    ['3 people are looking', [jonas, ada, mina]],
    ['Ada is writing', [jonas, writing(ada), mina]],
    ['Jonas is changing it', [changing(jonas), writing(ada)]],
    ['Ada is changing it', [jonas, changing(ada), mina]],
    ['Jonas and Ada are changing it', [changing(jonas), changing(ada), mina]],
  ])('are "%s"', (words, others) => {
    expect(presenceWords(others)).toBe(words);
  });

  it('name everybody when there is room', () => {
    expect(presenceInFull([jonas, changing(ada), writing(mina)])).toBe(
      'Jonas Weber is looking, Ada Cole is changing it, Mina Park is writing',
    );
  });

  it('keep a name in its own direction', () => {
    expect(presenceWords([person(4, 'דנה')])).toBe('\u2068דנה\u2069 is looking');
  });
});
