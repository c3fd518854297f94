/** The path of an address of the app, without what it asks for: "/tickets/7?view=all" is at "/tickets/7". */
export function pathOf(url: string): string {
  return url.split(/[?#]/)[0] ?? '';
}
