import type { DemoCustomer } from './demo-customers.ts';
import { formatsOf } from './demo-formats.ts';
import type { DemoRandom } from './demo-random.ts';
import type { DemoLanguage } from './demo-scenario.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

const PRICES = [149, 196, 249, 318.5, 474, 588, 720, 936.4, 1188, 1490, 2376];
const BROWSERS = [
  'Chrome on Windows 11',
  'Firefox on Linux',
  'Safari on a Mac',
  'Edge on Windows 11',
  'Chrome on a Mac',
];
const LETTERS_WITHOUT_BASE: Record<string, string> = { ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', ı: 'i' };

/** Who writes a ticket, when, and in which language. */
export interface DemoOccasion {
  readonly customer: DemoCustomer;
  readonly createdAt: Date;
  readonly language: DemoLanguage;
}

/** The values of the slots of one ticket: drawn when first asked for, the same ever after. */
export function drawFacts(occasion: DemoOccasion, random: DemoRandom): (slot: string) => string {
  const draws = drawsOf(occasion, random);
  const known = new Map<string, string>();
  return (slot) => {
    const value = known.get(slot) ?? draws[slot]?.();
    if (value === undefined) throw new Error(`No fact fills the slot {${slot}}`);
    known.set(slot, value);
    return value;
  };
}

function drawsOf(
  { customer, createdAt, language }: DemoOccasion,
  random: DemoRandom,
): Partial<Record<string, () => string>> {
  const [person = '', colleague = ''] = random.shuffled(customer.people);
  const seats = random.int(14, 60);
  const spare = random.int(3, 8);

  const written = createdAt.getTime();
  const formats = formatsOf(language);
  const month = (offset: number): string =>
    formats.month(Date.UTC(createdAt.getUTCFullYear(), createdAt.getUTCMonth() + offset, 1));
  const workday = (from: number, step: 1 | -1): number => {
    let at = written + from * DAY;
    while ([0, 6].includes(new Date(at).getUTCDay())) at += step * DAY;
    return at;
  };

  return {
    company: () => customer.company,
    city: () => customer.city,
    domain: () => customer.domain,
    regards: () => customer.regards,
    person: () => person,
    first: () => firstName(person),
    email: () => address(person, customer.domain),
    colleague: () => colleague,
    colleagueFirst: () => firstName(colleague),
    colleagueEmail: () => address(colleague, customer.domain),
    plan: () => random.pick(['Team', 'Business']),
    seats: () => String(seats),
    spare: () => String(spare),
    fewer: () => String(seats - spare),
    small: () => String(random.int(3, 18)),
    threeDigits: () => String(random.int(110, 890)),
    fiveDigits: () => String(random.int(20_000, 89_999)),
    count: () => formats.number(random.int(11_000, 38_000)),
    amount: () => formats.money(random.pick(PRICES), customer.market),
    smallAmount: () => formats.money(random.int(420, 6_890) / 100, customer.market),
    invoice: () => `INV-${createdAt.getUTCFullYear()}-${random.int(1_000, 4_999)}`,
    order: () => `SO-${random.int(40_000, 54_999)}`,
    order2: () => `SO-${random.int(55_000, 69_999)}`,
    yesterday: () => formats.day(written - DAY),
    lastWeek: () => formats.day(written - random.int(6, 10) * DAY),
    weekday: () => formats.weekday(workday(-random.int(1, 4), -1)),
    deadline: () => formats.day(workday(random.int(3, 8), 1)),
    renewal: () => formats.day(workday(random.int(12, 28), 1)),
    month: () => month(0),
    lastMonth: () => month(-1),
    nextMonth: () => month(1),
    time: () => formats.clock(written - random.int(15, 90) * MINUTE),
    earlier: () => formats.clock(written - random.int(110, 240) * MINUTE),
    // Addresses that are reserved for documentation.
    ip: () => `${random.pick(['203.0.113', '198.51.100'])}.${random.int(2, 250)}`,
    request: () => `req_${random.int(0x100000, 0xffffff).toString(16)}${random.int(0x100000, 0xffffff).toString(16)}`,
    version: () => `4.${random.int(8, 21)}.${random.int(0, 5)}`,
    browser: () => random.pick(BROWSERS),
  };
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

function address(name: string, domain: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z ]/g, (letter) => LETTERS_WITHOUT_BASE[letter] ?? '');
  return `${plain.replaceAll(' ', '.')}@${domain}`;
}
