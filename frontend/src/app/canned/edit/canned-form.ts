import { type FormControl, type FormGroup, type NonNullableFormBuilder } from '@angular/forms';
import type { CannedAnswer, CannedFields } from '../../api/canned-answers-api';
import type { Priority, Status } from '../../api/model';
import { OvertakenForm } from '../../kit/forms/overtaken-form';
import { atMost, needed } from '../../kit/forms/rules';
import { changesFrom } from '../../tickets/bulk/bulk-form';
import { assigneeValue } from '../../tickets/ticket-values';

/** Whose a canned answer is. */
export type Whose = 'own' | 'team';

/** What people write of a canned answer; '' for a step that it does not take. */
export interface CannedTexts {
  readonly name: string;
  readonly text: string;
  readonly whose: Whose;
  readonly status: Status | '';
  readonly category: string;
  readonly priority: Priority | '';
  readonly assignee: string;
  /** Their ids, with a space between two. */
  readonly files: string;
}

/** What the fields hold of an answer. */
export type WrittenAnswer = Pick<CannedAnswer, 'name' | 'text' | 'team' | 'steps' | 'attachments'>;

export type CannedForm = FormGroup<{ [Field in keyof CannedTexts]: FormControl<CannedTexts[Field]> }>;

/** How the fields are called within a sentence. */
export const FIELD_NAMES: Readonly<Record<keyof CannedTexts, string>> = {
  name: 'name',
  text: 'text',
  whose: 'circle of those who have it',
  status: 'status',
  category: 'category',
  priority: 'priority',
  assignee: 'assignee',
  files: 'list of files',
};

/** The controls by the names of the API. */
export const NAMED = {
  attachments: 'files',
  team: 'whose',
  'steps.status': 'status',
  'steps.category': 'category',
  'steps.priority': 'priority',
  'steps.assignee': 'assignee',
} as const;

export function textsOf({ name, text, team, steps, attachments }: WrittenAnswer): CannedTexts {
  return {
    ...{ name, text, whose: team ? 'team' : 'own' },
    ...{ status: steps.status ?? '', category: steps.category ?? '', priority: steps.priority ?? '' },
    assignee: steps.assignee === undefined ? '' : assigneeValue(steps.assignee),
    files: attachments.map(({ id }) => id).join(' '),
  };
}

/** The ids that the field of files holds. */
export function fileIds(files: string): string[] {
  return files.split(' ').filter((id) => id !== '');
}

export function cannedForm(build: NonNullableFormBuilder, answer: WrittenAnswer): CannedForm {
  const texts = textsOf(answer);
  return build.group({
    name: build.control(texts.name, [
      needed('Name is needed.'),
      atMost(100, 'Name must be at most 100 characters long.'),
    ]),
    text: build.control(texts.text, [
      needed('Text is needed.'),
      atMost(20_000, (by) => `Text is ${by} characters too long.`, false),
    ]),
    whose: build.control(texts.whose),
    status: build.control(texts.status),
    category: build.control(texts.category),
    priority: build.control(texts.priority),
    assignee: build.control(texts.assignee),
    files: build.control(texts.files),
  });
}

/** The form of one that a colleague may change meanwhile. */
export function overtakenAnswer(answer: CannedAnswer, form: CannedForm): OvertakenForm<CannedAnswer, CannedTexts> {
  return new OvertakenForm<CannedAnswer, CannedTexts>(answer, {
    textsOf,
    typed: () => typed(form),
    put: (field, value) => form.patchValue({ [field]: value }),
  });
}

/** As the API takes it. */
export function fieldsOf(form: CannedForm): CannedFields {
  const { name, text, whose, files, ...steps } = typed(form);
  return { name, text, team: whose === 'team', steps: changesFrom(steps), attachments: fileIds(files) };
}

/** The same of those fields alone that were changed; steps are told all together. */
export function patchOf(form: CannedForm, changed: Partial<CannedTexts>): Partial<CannedFields> {
  const { name, text, team, steps, attachments } = fieldsOf(form);
  const { name: named, text: worded, whose, files, ...stepped } = changed;
  return {
    ...(named !== undefined && { name }),
    ...(worded !== undefined && { text }),
    ...(whose !== undefined && { team }),
    ...(Object.keys(stepped).length > 0 && { steps }),
    ...(files !== undefined && { attachments }),
  };
}

function typed(form: CannedForm): CannedTexts {
  const { name, text, ...chosen } = form.getRawValue();
  return { name: name.trim(), text: text.trim(), ...chosen };
}
