import { BACK_END, type House, WEB_APP } from './floors.ts';

/** The floors as CONTRIBUTING.md shows them, from ground to roof. */
export function floorsAsMarkdown(): string {
  return [BACK_END, WEB_APP].map(listOf).join('\n');
}

function listOf({ folder, floors }: House): string {
  return `From ground to roof, \`${folder}\`:\n\n${floors.map(({ name, about }) => `- \`${name}\` ${about}`).join('\n')}\n`;
}
