interface CommonPasswordList {
  /** Whether a password, given in lower case, is on the list. */
  readonly test: (password: string) => boolean;
}

/**
 * The 50,000 commonest passwords of eight characters and more; of those long enough for this desk it holds the first
 * 3,000 of the OWASP SecLists and some. The list takes 12 MB, so it is loaded when a password is first chosen.
 */
export async function loadCommonPasswords(): Promise<CommonPasswordList> {
  const { default: list } = await import('fxa-common-password-list');
  return list;
}
