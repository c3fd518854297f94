import type { Announcement } from './announcement.ts';

/**
 * How replicas of the release before, which run beside this one while it is rolled out, tell and understand what stands in
 * `changed`. For one release both forms are told and read; this file and its two uses go with the next one.
 */
const EARLIER = { settings: 'settings.changed', tokens: 'tokens.changed' } as const;

export type InBothForms = Announcement & { readonly [Name in keyof typeof EARLIER]?: true };

export function inBothForms(announcement: Announcement): InBothForms {
  const { changed = [] } = announcement;
  return {
    ...announcement,
    ...(changed.includes(EARLIER.settings) && { settings: true }),
    ...(changed.includes(EARLIER.tokens) && { tokens: true }),
  };
}

export function ofEitherForm({ settings, tokens, changed = [], ...announcement }: InBothForms): Announcement {
  const earlier = [...(settings ? [EARLIER.settings] : []), ...(tokens ? [EARLIER.tokens] : [])];
  return { ...announcement, changed: [...changed, ...earlier] };
}
