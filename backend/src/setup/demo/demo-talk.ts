import type { DemoLanguage } from './demo-scenario.ts';

type Wordings = readonly [string, ...string[]];

/** How an answer begins. */
export const ADDRESSES: Record<DemoLanguage, string> = {
  en: 'Hello {first},',
  de: 'Guten Tag {person},',
  fr: 'Bonjour {person},',
  es: 'Hola, {first}:',
};

/** What the desk says while it does not know yet. */
export const PROMISES: Record<DemoLanguage, Wordings> = {
  en: [
    'Thank you for writing. I am looking into it and come back to you today.',
    'I have read what you wrote and asked the people who know this part best. I write again as soon as I know more.',
    'This should not be so. I am trying it out with a workspace like yours, and tell you what I find.',
  ],
  de: ['vielen Dank für Ihre Nachricht. Ich sehe mir das an und melde mich heute noch.'],
  fr: ['Merci pour votre message. Je regarde cela et je reviens vers vous dans la journée.'],
  es: ['Gracias por escribirnos. Lo estamos revisando y le respondemos hoy mismo.'],
};

/** What a customer says to an answer with which all is well. */
export const THANKS: Record<DemoLanguage, Wordings> = {
  en: [
    'Thank you, that is what we needed.',
    'That was quick. Thanks a lot!',
    'Perfect, thank you. I have passed it on to my colleagues.',
    'Thanks, {colleague} and I have just looked: all is well here.',
  ],
  de: ['Vielen Dank, damit ist uns geholfen!'],
  fr: ['Merci beaucoup, c’est parfait.'],
  es: ['Muchas gracias, todo en orden.'],
};

/** What a customer adds while they wait. */
export const ADDITIONS: Record<DemoLanguage, Wordings> = {
  en: [
    'Is there any news? {colleague} has just asked me again.',
    'Thank you. If it helps: I am at my desk until five and can try things out with you.',
    'Good to know, thank you. Should I do anything until then?',
    'Thanks. {colleague} takes over here tomorrow, so please write to both of us: {colleagueEmail}.',
  ],
  de: ['Gibt es schon etwas Neues? Ich bin heute bis 17 Uhr erreichbar.'],
  fr: ['Avez-vous du nouveau ? Je suis joignable jusqu’à 17 heures.'],
  es: ['¿Hay alguna novedad? Estoy en la oficina hasta las cinco.'],
};

/** What people of the desk tell each other. */
export const NOTES: Wordings = [
  'Called {first}, nobody answered. I try again after lunch.',
  'Had the same last month: what we did then works here too.',
  'Talked to the team, it is known and somebody is on it. Please leave the answer to me.',
  'They have been with us for years and rarely write. **Worth a careful answer.**',
];

export const SETTLED = 'Talked to {first} on the phone, it is settled.';
