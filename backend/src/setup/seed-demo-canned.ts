import type { Transaction } from '../database/unit-of-work.ts';

/** Answers of the team that the demo begins with. */
const CANNED = [
  {
    name: 'We look into it',
    text: 'Hello {{customer.name}},\n\nThank you for writing. We look into it and come back to you today.\n\n{{agent.name}}',
    steps: { status: 'in_progress' },
  },
  {
    name: 'Please send a picture',
    text: 'Hello {{customer.name}},\n\nCould you send us a picture of what you see, and tell us\n\n- since when it is so\n- which browser you use\n- whether a colleague sees the same?\n\n{{agent.name}}',
    steps: {},
  },
  {
    name: 'Refund is on its way',
    text: 'Hello {{customer.name}},\n\nThe amount is on its way back to you, which takes three to five working days. There is nothing left to do.\n\n{{agent.name}}',
    steps: { status: 'resolved', category: 'billing' },
  },
];

/** Writes them on a desk that has none. */
export async function seedDemoCanned(transaction: Transaction, categories: ReadonlySet<string>): Promise<void> {
  const fitting = CANNED.filter(({ steps }) => steps.category === undefined || categories.has(steps.category));
  await transaction.query(
    `INSERT INTO canned_answers (name, text, steps)
     SELECT name, c.text, steps FROM jsonb_to_recordset($1::jsonb) AS c (name text, text text, steps jsonb)
     WHERE NOT EXISTS (SELECT FROM canned_answers)`,
    [JSON.stringify(fitting)],
  );
}
