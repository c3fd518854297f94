/** An image of a message that is to be had elsewhere has its address in this attribute. */
export const REMOTE_MARK = 'data-remote-src';

/** A picture of no more pixels either way shows nothing but who reads. */
const POINT = 2;

/** The pictures of a message that nobody has but somebody else's server. */
export interface RemotePictures {
  readonly count: number;
  /** Whose servers learn of it when they are shown, each once. */
  readonly hosts: readonly string[];
}

/** Null where there are none. */
export function remotePictures(html: string): RemotePictures | null {
  if (!html.includes(REMOTE_MARK)) return null;
  const images = new DOMParser().parseFromString(html, 'text/html').querySelectorAll(`img[${REMOTE_MARK}]`);
  const found = [...images].map(remoteAddress).filter((address) => address !== null);
  return found.length === 0 ? null : { count: found.length, hosts: [...new Set(found.map(({ host }) => host))] };
}

/** Where the picture of an image is to be had elsewhere; null where it has none that is to be seen. */
export function remoteAddress(image: Element): URL | null {
  const url = URL.parse(image.getAttribute(REMOTE_MARK) ?? '');
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null;
  const isPoint = ['width', 'height'].some((side) => Number(image.getAttribute(side) ?? Infinity) <= POINT);
  return isPoint ? null : url;
}
