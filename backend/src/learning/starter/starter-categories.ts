import type { LearnableCategory } from '../domain/lesson.ts';

/** The categories that the starter's tickets belong to, as a new desk describes them. */
export const STARTER_CATEGORIES: readonly LearnableCategory[] = [
  { key: 'billing', label: 'Billing', description: 'Invoices, payments, refunds, taxes, plans and prices.' },
  {
    key: 'technical',
    label: 'Technical',
    description: 'Errors, outages, slowness, integrations and anything that does not work as documented.',
  },
  {
    key: 'account',
    label: 'Account',
    description: 'Signing in, passwords, users, roles, permissions and personal data.',
  },
  { key: 'general', label: 'General', description: 'Questions, feedback and everything that fits nowhere else.' },
];
