import type { Category, Priority, Status } from '../api/model';
import type { IconName } from './icon-set';

/** From calm to burning, which is also the order of keys 1 to 4. */
export const PRIORITIES: readonly Priority[] = ['low', 'medium', 'high', 'critical'];
/** As work goes on. */
export const STATUSES: readonly Status[] = ['open', 'in_progress', 'resolved', 'closed'];
/** There is something left to do. */
export const UNRESOLVED_STATUSES: readonly Status[] = ['open', 'in_progress'];

export const PRIORITY_LABELS: Readonly<Record<Priority, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
};

/** The word for a priority; the value itself where it is none. */
export function priorityLabel(value: string): string {
  const priority = PRIORITIES.find((known) => known === value);
  return priority ? PRIORITY_LABELS[priority] : value;
}

export const PRIORITY_ICONS: Readonly<Record<Priority, IconName>> = {
  low: 'signal_cellular_alt_1_bar',
  medium: 'signal_cellular_alt_2_bar',
  high: 'signal_cellular_alt',
  critical: 'report-fill',
};

export const STATUS_LABELS: Readonly<Record<Status, string>> = {
  open: 'Open',
  in_progress: 'In progress',
  resolved: 'Resolved',
  closed: 'Closed',
};

export const STATUS_ICONS: Readonly<Record<Status, IconName>> = {
  open: 'circle',
  in_progress: 'clock_loader_40',
  resolved: 'check_circle-fill',
  closed: 'do_not_disturb_on',
};

const CATEGORY_ICONS: Readonly<Partial<Record<string, IconName>>> = {
  billing: 'credit_card',
  technical: 'build',
  account: 'account_circle',
  general: 'chat_bubble',
};

/** A category that was added later carries the tag icon. */
export function categoryIcon(key: string): IconName {
  return CATEGORY_ICONS[key] ?? 'sell';
}

/** One value to choose from, with what is needed to show it. */
export type ValueOption =
  | { kind: 'priority'; value: Priority; label: string }
  | { kind: 'status'; value: Status; label: string }
  | { kind: 'category'; value: string; label: string }
  | PersonOption;

/** Someone who can have a ticket. The value is a number as text, or "none" for nobody. */
export interface PersonOption {
  kind: 'assignee';
  value: string;
  label: string;
  person: number | null;
  /** The person's name, whose letters stand for them, whatever the label says. */
  name: string;
}

export const UNASSIGNED: PersonOption = {
  kind: 'assignee',
  value: 'none',
  label: 'Unassigned',
  person: null,
  name: 'Unassigned',
};

export const PRIORITY_OPTIONS: readonly ValueOption[] = PRIORITIES.map((value) => priorityOption(value));
export const STATUS_OPTIONS: readonly ValueOption[] = STATUSES.map((value) => statusOption(value));

export function priorityOption(value: Priority): ValueOption {
  return { kind: 'priority', value, label: PRIORITY_LABELS[value] };
}

export function statusOption(value: Status): ValueOption {
  return { kind: 'status', value, label: STATUS_LABELS[value] };
}

export function categoryOption(category: Pick<Category, 'key' | 'label'>): ValueOption {
  return { kind: 'category', value: category.key, label: category.label };
}

export function personOption(person: number, name: string): PersonOption {
  return { kind: 'assignee', value: String(person), label: name, person, name };
}
