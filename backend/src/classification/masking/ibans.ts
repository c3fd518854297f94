import type { Finding } from './finding.ts';

/** How long the IBANs of each country are: SWIFT's registry, and after it lands that use them without standing there. */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 ' +
    'FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 ' +
    'LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 ' +
    'SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 ' +
    'AO25 BF28 BJ28 CF27 CG27 CI28 CM27 CV25 DZ26 GA27 GQ27 GW25 IR26 KM27 MA28 MG27 ML28 MZ25 NE28 SN28 TD27 TG28'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);

/** What stands between two groups; a line may end there, too. */
const BETWEEN = /[ ./\n-]/;

/** IBANs whose check digits are right, in capital or small letters, in groups or without. */
export function findIbans(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { index: start } of text.matchAll(/(?<=(?<![a-z\d])(?:iban)?)[a-z]{2} ?\d{2}(?=[ ./\n-]{0,2}[a-z\d])/gi)) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const read = readIban(text, start);
    if (read && isChecked(read.iban)) found.push({ kind: 'IBAN', start, end: read.end, identity: read.iban });
  }
  return found;
}

function readIban(text: string, start: number): { readonly iban: string; readonly end: number } | null {
  const length = LENGTHS.get(text.slice(start, start + 2).toUpperCase()) ?? 0;
  let iban = '';
  let end = start;
  for (; iban.length < length; end++) {
    const character = text.charAt(end);
    if (/[a-z\d]/i.test(character)) iban += character.toUpperCase();
    else if (!BETWEEN.test(character) || !/^[\n ]{0,2}[a-z\d]/i.test(text.slice(end + 1, end + 4))) return null;
  }
  return length === 0 ? null : { iban, end };
}

/** ISO 7064, MOD 97-10. */
function isChecked(iban: string): boolean {
  const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((character) => parseInt(character, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
