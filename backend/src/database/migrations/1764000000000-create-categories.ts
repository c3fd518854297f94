import type { MigrationInterface, QueryRunner } from 'typeorm';

const CATEGORIES = [
  ['billing', 'Billing', 'Invoices, payments, refunds, taxes, plans and prices.'],
  ['technical', 'Technical', 'Errors, outages, slowness, integrations and anything that does not work as documented.'],
  ['account', 'Account', 'Signing in, passwords, users, roles, permissions and personal data.'],
  ['general', 'General', 'Questions, feedback and everything that fits nowhere else.'],
];

export class CreateCategories1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE categories (
        key text NOT NULL,
        label text NOT NULL,
        description text NOT NULL,
        position integer NOT NULL,
        active boolean NOT NULL DEFAULT true,
        CONSTRAINT categories_pk PRIMARY KEY (key),
        CONSTRAINT categories_key_check CHECK (key ~ '^[a-z][a-z0-9_]{0,49}$'),
        CONSTRAINT categories_label_check CHECK (char_length(label) <= 80 AND label ~ '\\S'),
        CONSTRAINT categories_description_check CHECK (char_length(description) <= 1000)
      )`);
    for (const [index, category] of CATEGORIES.entries()) {
      await runner.query('INSERT INTO categories (key, label, description, position) VALUES ($1, $2, $3, $4)', [
        ...category,
        index + 1,
      ]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE categories');
  }
}
