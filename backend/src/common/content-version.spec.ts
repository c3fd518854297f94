import { contentVersion } from './content-version.ts';

describe('the version of what keeps no count of its changes', () => {
  it('is the same for the same state', () => {
    expect(contentVersion(['Billing', true])).toBe(contentVersion(['Billing', true]));
  });

  it.each([[['billing', true]], [['Billing', false]], [['', 'Billing', true]], [['Bill', 'ing', true]]])(
    'is another one for %j',
    (state) => {
      expect(contentVersion(state)).not.toBe(contentVersion(['Billing', true]));
    },
  );

  it('is whole in JSON and in an entity tag', () => {
    const versions = Array.from({ length: 1_000 }, (_, place) => contentVersion([String(place)]));
    expect(versions.every((version) => Number.isSafeInteger(version) && version >= 0)).toBe(true);
    expect(new Set(versions).size).toBe(1_000);
  });
});
