import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As CompareTexts has it; white space besides. */
const UNSEEN =
  '\\s\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\u2800\\u3164' +
  '\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\U0001D159\\U0001D173-\\U0001D17A\\U000E0000-\\U000E0FFF';

/** What a text of each column is called when nobody can see it, and how its constraint goes on. */
const TEXTS = [
  ['tickets', 'title', 'tickets_title_length_check', 200, '(no title)'],
  ['tickets', 'description', 'tickets_description_length_check', 20_000, '(no description)'],
  ['users', 'display_name', 'users_display_name_check', 80, '(no name)'],
  ['api_tokens', 'name', 'api_tokens_name_check', 80, '(no name)'],
] as const;

/**
 * A text that nobody sees is empty, in the database too; and labels of categories that compare as the same are the same.
 * What is stored and breaks this is given words: nobody could tell it from nothing, or from another label.
 */
export class RefuseUnseenTexts1764200040002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createFirstIsVisible(runner);
    // Nothing of this is a change of a ticket that its history would tell of.
    await runner.query('ALTER TABLE tickets DISABLE TRIGGER tickets_history_check');
    for (const [table, column, name, max, words] of TEXTS) {
      await runner.query(`UPDATE ${table} SET ${column} = '${words}' WHERE NOT is_visible(${column})`);
      await check(runner, table, name, `char_length(${column}) <= ${String(max)} AND is_visible(${column})`);
    }
    await runner.query('ALTER TABLE tickets ENABLE TRIGGER tickets_history_check');
    await runner.query(`UPDATE categories SET label = key WHERE NOT is_visible(label)`);
    await check(runner, 'categories', 'categories_label_check', 'char_length(label) <= 80 AND is_visible(label)');
    await runner.query('DROP INDEX categories_label_unique');
    await runner.query(`
      UPDATE categories SET label = left(label, 27) || ' (' || key || ')'
      FROM (
        SELECT key AS twin, row_number() OVER (PARTITION BY search_fold(label) ORDER BY position, key) AS place
        FROM categories WHERE merged_into IS NULL
      ) AS twins
      WHERE twin = key AND place > 1`);
    await runner.query(
      'CREATE UNIQUE INDEX categories_label_unique ON categories (search_fold(label)) WHERE merged_into IS NULL',
    );
    await check(runner, 'users', 'users_username_check', `username ~ '^[A-Za-z0-9][A-Za-z0-9._@+''-]{0,63}$'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE users SET username = regexp_replace(username, '[+'']', '_', 'g') WHERE username ~ '[+'']'`,
    );
    await check(runner, 'users', 'users_username_check', `username ~ '^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$'`);
    await runner.query('DROP INDEX categories_label_unique');
    await runner.query(
      'CREATE UNIQUE INDEX categories_label_unique ON categories (lower(label)) WHERE merged_into IS NULL',
    );
    await check(runner, 'categories', 'categories_label_check', `char_length(label) <= 80 AND label ~ '\\S'`);
    for (const [table, column, name, max] of TEXTS) {
      await check(runner, table, name, `char_length(${column}) <= ${String(max)} AND ${column} ~ '\\S'`);
    }
    await runner.query('DROP FUNCTION is_visible');
  }
}

/** The function that tells whether anybody sees anything of a text, as this migration makes it. */
export async function createFirstIsVisible(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE OR REPLACE FUNCTION is_visible(value text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
      SELECT value ~ '[^${UNSEEN}]'
    $$`);
}

async function check(runner: QueryRunner, table: string, name: string, condition: string): Promise<void> {
  await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}, ADD CONSTRAINT ${name} CHECK (${condition})`);
}
