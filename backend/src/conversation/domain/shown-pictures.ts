import type { Attachment } from '../../attachments/domain/attachment.ts';
import { isSafeImage } from '../../attachments/domain/safe-image.ts';
import { type FieldError, ValidationFailed } from '../../common/problems/domain-error.ts';

/**
 * @param named the ids of what a text shows, in small letters.
 * @param own the files that go with it.
 * @throws ValidationFailed for what is not among them, or is no picture that browsers show safely.
 */
export function requireShown(named: ReadonlySet<string>, own: readonly Attachment[]): void {
  const errors: FieldError[] = [];
  const told = (code: string, message: string) => errors.push({ field: 'text', code, message });
  for (const id of named) {
    const file = own.find((one) => one.id === id);
    if (!file)
      told(
        'unknown_value',
        `Text shows the picture ${id}, which is none of its attachments, or is not there any more.`,
      );
    else if (!isSafeImage(file.type))
      told('no_picture', `Text shows ${file.name}, which is no PNG, JPEG, GIF, WebP or AVIF: it can only be attached.`);
  }
  if (errors.length > 0) throw new ValidationFailed(errors);
}
