/** The fields of a mail's header by their names in small letters, each with its values in order, unfolded, not decoded. */
export type MailFields = ReadonlyMap<string, readonly string[]>;

/** The fields of a header whose lines end with CR LF; lines that are no field are passed over. */
export function mailFields(header: string): MailFields {
  const fields = new Map<string, string[]>();
  for (const line of header.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/s.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const key = name.toLowerCase();
    const values = fields.get(key);
    if (values) values.push(value.trim());
    else fields.set(key, [value.trim()]);
  }
  return fields;
}

/** The first value of a field; nothing where it is not there. */
export function fieldOf(fields: MailFields, name: string): string {
  return fields.get(name)?.[0] ?? '';
}
