import { type BaseBlock, Constructed, ObjectIdentifier, OctetString, Sequence, fromBER } from 'asn1js';
import type { ParsedFile } from './parsed-file.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
/** How the identifiers of enveloped data, and of data that is enveloped and authenticated, are written. */
const ENVELOPED = ['2a864886f70d010703', '2a864886f70d0109100117'].map((hex) => Buffer.from(hex, 'hex'));
/** The identifier stands at the beginning, behind lengths. */
const BEGINNING = 32;
/** What is larger stays a file. */
const LARGEST = 10_485_760;

/** Whether a file is one of S/MIME in which the whole of a mail may be (RFC 8551). */
export function isCms({ type, name }: Pick<ParsedFile, 'type' | 'name'>): boolean {
  return /^application\/(?:x-)?pkcs7-mime\b/i.test(type) || /\.p7m$/i.test(name ?? '');
}

/** Whether what a file of S/MIME holds is encrypted. */
export function isEnveloped(content: Buffer): boolean {
  return ENVELOPED.some((identifier) => content.subarray(0, BEGINNING).includes(identifier));
}

/** What is signed in a file of S/MIME that holds its words (RFC 5652, 5.1), which anybody can read; null where there is none. Nothing is checked. */
export function signedContent(content: Buffer): Buffer | null {
  if (content.length > LARGEST) return null;
  try {
    const [identifier, data] = partsOf(fromBER(content).result);
    if (!(identifier instanceof ObjectIdentifier) || identifier.getValue() !== SIGNED_DATA) return null;
    const [, , encapsulated] = partsOf(partsOf(data)[0]);
    const [words] = partsOf(partsOf(encapsulated)[1]);
    return words instanceof OctetString ? Buffer.from(words.getValue()) : null;
  } catch {
    return null;
  }
}

function partsOf(block: BaseBlock | undefined): readonly BaseBlock[] {
  return block instanceof Sequence || block instanceof Constructed ? block.valueBlock.value : [];
}
