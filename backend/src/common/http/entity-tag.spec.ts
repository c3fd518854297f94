import { acceptedVersions, entityTag } from './entity-tag.ts';

describe('acceptedVersions', () => {
  it.each([
    ['no header', undefined, null],
    ['any version', '*', null],
    ['one tag', '"3"', [3]],
    ['a list', '"3", "4"', [3, 4]],
    ['a weak tag, which never matches', 'W/"3"', []],
    ['a foreign tag, which never matches', '"abc"', []],
  ])('reads %s', (_, header, versions) => {
    expect(acceptedVersions(header)).toEqual(versions);
  });

  it.each(['3', '"3', '', 'W/3', '"a b"'])('refuses %j', (header) => {
    expect(() => acceptedVersions(header)).toThrow('If-Match must be');
  });

  it('reads back what entityTag wrote', () => {
    expect(acceptedVersions(entityTag(12))).toEqual([12]);
  });
});
