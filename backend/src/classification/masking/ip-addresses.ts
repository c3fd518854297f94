import { isIPv4, isIPv6 } from 'node:net';
import type { Finding } from './finding.ts';

const NUMBERS_OF_VERSIONS =
  /(?:\b(?:version|versions?nummer|build|release|firmware|driver|treiber|kernel|rev|revision|section|chapter|clause|paragraph|kapitel|abschnitt)|\bv|版本|バージョン|버전|версия|версии)[ .:#=]*$/i;

/** IP addresses of both versions; no numbers of programs' versions, and no words with two colons between them. */
export function findIpAddresses(text: string): Finding[] {
  return [...findV4(text), ...findV6(text)];
}

function findV4(text: string): Finding[] {
  return [...text.matchAll(/(?<![\d.]|[\p{L}_]\.?)\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)/gu)].flatMap(
    ({ 0: address, index }) =>
      isIPv4(withoutZeros(address)) && !NUMBERS_OF_VERSIONS.test(text.slice(Math.max(0, index - 24), index))
        ? [{ kind: 'IP', start: index, end: index + address.length, identity: withoutZeros(address) }]
        : [],
  );
}

/** Some write octets with zeros before them. */
function withoutZeros(address: string): string {
  return address.replace(/(^|\.)0+(?=\d)/g, '$1');
}

function findV6(text: string): Finding[] {
  return [...text.matchAll(/(?:(?<![\p{L}\p{N}_:.])|(?<=[g-z][\p{L}\d]{0,20}:))[\da-f:][\da-f:.]{1,44}/giu)].flatMap(
    ({ 0: raw, index }) => {
      const address = raw.replace(/(?<!:):$|\.+$/, '');
      const next = text.charAt(index + address.length);
      const groups = address.split(':').filter((group) => group !== '');
      const tells = groups.length > 2 || (groups.length > 0 && /\d/.test(address));
      if (!tells || !isIPv6(address) || /[\p{L}\p{N}_]/u.test(next)) return [];
      const zone = /^%\w{1,16}/.exec(text.slice(index + address.length))?.[0] ?? '';
      return [{ kind: 'IP', start: index, end: index + address.length + zone.length, identity: address.toLowerCase() }];
    },
  );
}
