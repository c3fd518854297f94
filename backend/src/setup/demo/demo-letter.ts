import type { DemoLanguage } from './demo-scenario.ts';
import type { DemoRandom } from './demo-random.ts';

const GREETINGS: Record<DemoLanguage, readonly string[]> = {
  en: ['Hello,', 'Hi,', 'Hi team,', 'Good morning,'],
  de: ['Guten Tag,', 'Hallo,'],
  fr: ['Bonjour,'],
  es: ['Buenos días:', 'Hola:'],
};
const THANKS: Record<DemoLanguage, string> = { en: 'Thanks,', de: 'Danke,', fr: 'Merci,', es: 'Gracias,' };

/**
 * Chooses one wording of every `[one|another]` and fills in every `{slot}`. The wordings take turns, each choice at a
 * pace of its own, so that the first turns of a template with several choices all differ.
 */
export function fillIn(template: string, fact: (slot: string) => string, turn: number): string {
  let choice = 0;
  return template
    .replace(/\[([^[\]]*\|[^[\]]*)\]/g, (_, list: string) => {
      const wordings = list.split('|');
      return wordings[(Math.floor(turn / 2) + turn * choice++) % wordings.length] ?? '';
    })
    .replace(/\{([a-zA-Z]\w*)\}/g, (_, slot: string) => fact(slot));
}

/** Joins the lines of a template to paragraphs; lines that start with `|` stay as they are. */
export function unwrap(template: string): string {
  return template
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .map((line) => (line.startsWith('|') ? `\n${line.slice(1)}` : ` ${line}`))
        .join('')
        .trim(),
    )
    .join('\n\n');
}

/** Some people greet and sign, most come to the point. Returns the text with slots still open. */
export function inPersonalStyle(text: string, language: DemoLanguage, random: DemoRandom): string {
  const greeting = random.chance(0.2) ? `${random.pick(GREETINGS[language])}\n\n` : '';
  const signature = random.chance(0.45)
    ? `\n\n${random.pick(['{regards}\n{person}\n{company}, {city}', `${THANKS[language]}\n{first}`, '{person}, {company}'])}`
    : '';
  return `${greeting}${text}${signature}`;
}
