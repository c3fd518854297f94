import { type FormControl, type FormGroup, type NonNullableFormBuilder } from '@angular/forms';
import type { BulkChanges } from '../../api/admin-model';
import type { Priority, Status } from '../../api/model';
import { assigneeFrom } from '../ticket-values';

type Controls<T> = { [Name in keyof T]: FormControl<T[Name]> };

/** '' leaves a field as it is. */
interface BulkValues {
  status: Status | '';
  category: string;
  priority: Priority | '';
  assignee: string;
}

export function bulkForm(build: NonNullableFormBuilder): FormGroup<Controls<BulkValues>> {
  return build.group({
    status: build.control<Status | ''>(''),
    category: build.control(''),
    priority: build.control<Priority | ''>(''),
    assignee: build.control(''),
  });
}

/** Only what was chosen. */
export function changesFrom({ status, category, priority, assignee }: BulkValues): BulkChanges {
  return {
    ...(status && { status }),
    ...(category && { category }),
    ...(priority && { priority }),
    ...(assignee && { assignee: assigneeFrom(assignee) }),
  };
}
