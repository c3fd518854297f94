import * as backend from '../../backend/src/common/validation/unseen.ts';
import { written as keptByApi } from '../../backend/src/common/validation/written.ts';
import * as web from '../../frontend/src/app/ui/unseen.ts';
import { written as keptByWebApp } from '../../frontend/src/app/ui/written.ts';

const CHARACTERS = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

const differing = (one: (text: string) => unknown, other: (text: string) => unknown) =>
  CHARACTERS.filter((character) => one(character) !== other(character));

describe('the API and the web app agree', () => {
  it('on what readers do not see', () => {
    expect(differing(backend.isVisible, web.isVisible)).toEqual([]);
    expect(differing(backend.withoutUnseen, web.withoutUnseen)).toEqual([]);
  });

  it('on what is kept of a text', () => {
    const around = (character: string) => `${character}\n${character} a\n ${character}`;
    for (const singleLine of [true, false]) {
      const kept = (keep: typeof keptByApi) => (character: string) => keep(around(character), singleLine);
      expect(differing(kept(keptByApi), kept(keptByWebApp))).toEqual([]);
    }
  });
});
