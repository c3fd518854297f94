import type { CannedSteps } from '../../../api/canned-answers-api';
import { UNASSIGNED, type ValueOption, personOption, priorityOption, statusOption } from '../../../ui/vocabulary';
import type { Names } from '../../ticket-names';

/** What becomes of a ticket by these steps, each ready to be shown. */
export function stepOptions({ status, category, priority, assignee }: CannedSteps, names: Names): ValueOption[] {
  return [
    ...(status === undefined ? [] : [statusOption(status)]),
    ...(category === undefined
      ? []
      : [{ kind: 'category' as const, value: category, label: names.category(category) }]),
    ...(priority === undefined ? [] : [priorityOption(priority)]),
    ...(assignee === undefined
      ? []
      : [assignee === null ? UNASSIGNED : personOption(assignee, names.person(assignee))]),
  ];
}
