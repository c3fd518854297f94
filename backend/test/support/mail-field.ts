/** A field of a mail, on one line; '' where it has none. */
export function mailField(mail: string, name: string): string {
  const [header = ''] = mail.split('\r\n\r\n');
  const lines = header.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
}

/** The id of a mail, without its brackets. */
export function mailId(mail: string): string {
  return mailField(mail, 'Message-ID').slice(1, -1);
}
