/** Letters, digits and `. _ @ + ' -`, as addresses of e-mail have them, beginning with a letter or digit; the database holds the same rule. */
export const USERNAME = /^[A-Za-z0-9][A-Za-z0-9._@+'-]{0,63}$/;

export const USERNAME_MAX = 64;
export const DISPLAY_NAME_MAX = 80;

export function isUsername(text: string): boolean {
  return USERNAME.test(text);
}
