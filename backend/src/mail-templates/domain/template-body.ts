import { written } from '../../common/validation/written.ts';
import { BLOCKS, type Block } from './mail-template.ts';

/** A piece of a body: Markdown, or what fills lines of its own. */
export type BodyPart = { readonly markdown: string } | { readonly block: Block };

const BLOCK = new RegExp(`^\\{\\{\\s*(${BLOCKS.join('|')})\\s*\\}\\}$`);
const ANY_BLOCK = new RegExp(`\\{\\{\\s*(${BLOCKS.join('|')})\\s*\\}\\}`, 'g');

/** What is wrong with a body, by the code of the problem. */
export type BodyFault = 'answer_missing' | 'answer_repeated' | 'not_alone';

/** A body in its pieces, without the empty lines between them. */
export function bodyParts(body: string): BodyPart[] {
  const parts: BodyPart[] = [];
  let lines: string[] = [];
  const close = () => {
    const markdown = written(lines.join('\n'), false);
    if (markdown !== '') parts.push({ markdown });
    lines = [];
  };
  for (const line of body.split(/\r\n|[\r\n]/)) {
    const block = blockOf(line);
    if (block === null) lines.push(line);
    else {
      close();
      parts.push({ block });
    }
  }
  close();
  return parts;
}

/** The first rule that a body breaks, or null. */
export function bodyFault(body: string): BodyFault | null {
  const named = Array.from(body.matchAll(ANY_BLOCK), ([, name]) => name);
  const answers = named.filter((name) => name === 'answer').length;
  if (answers === 0) return 'answer_missing';
  if (answers > 1) return 'answer_repeated';
  return bodyParts(body).filter((part) => 'block' in part).length < named.length ? 'not_alone' : null;
}

function blockOf(line: string): Block | null {
  return (BLOCK.exec(line.trim())?.[1] as Block | undefined) ?? null;
}
