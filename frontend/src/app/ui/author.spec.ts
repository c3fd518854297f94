import { type Authored, authorIcon, authorName, viaWords, withinSentence } from './author';

describe('who did it', () => {
  const person = (id: number) => `person ${id}`;

  it.each<[Authored, string, string]>([
    [{ actor: 3, via: 'web' }, 'person 3', 'the web app'],
    [{ actor: 3, via: 'token' }, 'person 3', 'an API token'],
    [{ actor: null, via: 'web' }, 'Someone', 'the web app'],
    [{ actor: null, via: 'portal' }, 'A customer', 'the portal'],
    [{ actor: null, via: 'system' }, 'The desk', 'the desk itself'],
    [{ actor: null, via: 'portal', contact: { id: 12, name: 'Ruth Adler' } }, 'Ruth Adler', 'the portal'],
    [{ actor: null, via: 'system', contact: { id: 12, name: 'Ruth Adler' } }, 'Ruth Adler', 'the desk itself'],
    [{ actor: null, via: 'mail' as Authored['via'] }, 'Someone', 'mail'],
  ])('%j reads %s, by way of %s', (author, name, way) => {
    expect(authorName(author, person)).toBe(name);
    expect(viaWords(author.via)).toBe(way);
  });

  it('begins no word within a sentence with a capital but a name', () => {
    expect(['Mina Park', 'Someone', 'A customer'].map(withinSentence)).toEqual(['Mina Park', 'someone', 'a customer']);
  });

  it('has the mark of the desk only when it was the desk', () => {
    expect(authorIcon({ actor: null, via: 'system' })).toBe('inbox');
    expect(authorIcon({ actor: null, via: 'system', contact: { id: 12, name: 'Ruth Adler' } })).toBe('account_circle');
    expect(authorIcon({ actor: null, via: 'mail' as Authored['via'] })).toBe('help');
  });
});
