/** Endings of files that are those of no host. */
const FILES = /\.(?:pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|svg|txt|csv|html?|js|json|xml|exe|eml|mp4)$/i;
/** What stands between names of hosts in a text. */
const BETWEEN = /[\s/\\?#@:;,<>()[\]{}"'“”„«»|=&]+/u;
const HOST = /^(?:[\p{L}\p{N}\p{M}_-]+\.)+(?:\p{L}[\p{L}\p{M}]+|xn--[\p{L}\p{N}-]+)\.?$/u;
/** What nobody sees. */
const UNSEEN = /[\p{Cf}\u034f\u115f\u1160\u3164]/gu;

/** Where a link leads. */
export interface LinkTarget {
  /** Its host as browsers know it, so that letters of other scripts show; of a mail its address. */
  readonly host: string;
  /** Whether its text says so. */
  readonly isSaid: boolean;
  /** Whether its text names another host. */
  readonly isElsewhere: boolean;
}

/** Where a link leads, beside what its text says; null for telephones, and for addresses that are none. */
export function linkTarget(text: string, href: string): LinkTarget | null {
  const place = placeOf(href);
  if (!place) return null;
  const named = text
    .replace(UNSEEN, '')
    .split(BETWEEN)
    .filter((piece) => HOST.test(piece) && !FILES.test(piece))
    .map(bareHost);
  const isTarget = (host: string) => place.name === host || place.name.endsWith(`.${host}`);
  const isElsewhere = !named.every(isTarget);
  return { host: place.shown, isSaid: named.length > 0 && !isElsewhere, isElsewhere };
}

function placeOf(href: string): { readonly shown: string; readonly name: string } | null {
  const url = URL.parse(href);
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return { shown: url.host, name: bareHost(url.hostname) };
  if (url?.protocol !== 'mailto:') return null;
  const address = decoded(url.pathname);
  return address === '' ? null : { shown: address, name: bareHost(address.slice(address.lastIndexOf('@') + 1)) };
}

/** A host as browsers write it, without the `www` that many have. */
function bareHost(host: string): string {
  const name = URL.parse(`http://${host}`)?.hostname ?? host.toLowerCase();
  return name.replace(/\.$/, '').replace(/^www\./, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
