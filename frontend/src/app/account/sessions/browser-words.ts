/** What a user agent says about itself, for people. */
export interface BrowserWords {
  /** "Firefox on Windows"; "An unknown browser". */
  name: string;
  phone: boolean;
}

// The first that fits: browsers name those they descend from as well.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(HeadlessChrome|Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Names browser and system as far as they can be told. A user agent is what a browser claims, no proof of anything. */
export function browserWords(userAgent: string): BrowserWords {
  const browser = firstThatFits(BROWSERS, userAgent);
  const system = firstThatFits(SYSTEMS, userAgent);
  const name = browser && system ? `${browser} on ${system}` : (browser ?? (system && `A browser on ${system}`));
  return { name: name ?? 'An unknown browser', phone: /\b(iPhone|Mobile)\b/.test(userAgent) };
}

function firstThatFits(names: readonly (readonly [RegExp, string])[], text: string): string | undefined {
  return names.find(([pattern]) => pattern.test(text))?.[1];
}
