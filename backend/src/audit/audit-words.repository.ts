import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import {
  DESCRIPTION,
  type ForgottenMessages,
  type ForgottenPerson,
  type WordKeeper,
} from '../forgetting/word-keeper.ts';

/** So many characters at a time. */
const PIECE = 1_000_000;
/** Shorter words are those of every text; numbers are not. */
const TELLING = `length(word) >= 5 OR word ~ '\\d{3}'`;

/**
 * What the audit log calls tickets by, their titles, and what people looked for or typed as a name. Nothing else of an event ever
 * changes.
 */
@Injectable()
export class AuditWords implements OnModuleInit, WordKeeper {
  constructor(private readonly forgetting: Forgetting) {}

  onModuleInit(): void {
    this.forgetting.add(this);
  }

  async forgetMessages(transaction: Transaction, { ticketId, numbers, texts }: ForgottenMessages): Promise<void> {
    for (const said of inPieces(texts)) await this.forgetSearches(transaction, said);
    if (!numbers.includes(DESCRIPTION)) return;
    await transaction.query(
      `UPDATE audit_events SET subject_label = NULL
       WHERE subject_type = 'ticket' AND subject_id = $1 AND subject_label IS NOT NULL`,
      [String(ticketId)],
    );
  }

  /** Searches that stand in a text as they are, or that share a word with it that not every text has; part of a word will do. */
  private async forgetSearches(transaction: Transaction, text: string): Promise<void> {
    await transaction.query(
      `WITH searched AS MATERIALIZED (
           SELECT id, btrim(search_words(search_fold(details #>> '{filter,search}'))) AS words
           FROM audit_events WHERE details #> '{filter,search}' IS NOT NULL),
         removed AS MATERIALIZED (SELECT search_words(search_fold($1)) AS said WHERE EXISTS (SELECT FROM searched))
       UPDATE audit_events SET details = details #- '{filter,search}' WHERE id IN (
         SELECT id FROM searched, removed
         WHERE position(' ' || words || ' ' IN ' ' || said || ' ') > 0
           OR EXISTS (SELECT FROM unnest(string_to_array(words, ' ')) AS word WHERE (${TELLING}) AND position(word IN said) > 0))`,
      [text],
    );
  }

  async forgetPerson(transaction: Transaction, { names, addresses }: ForgottenPerson): Promise<void> {
    await transaction.query(
      `UPDATE audit_events SET details = details #- '{filter,search}'
       WHERE details #> '{filter,search}' IS NOT NULL AND EXISTS (
         SELECT FROM unnest($1::text[]) AS known
         WHERE position(search_fold(known) IN search_fold(details #>> '{filter,search}')) > 0)`,
      [[...names, ...names.flatMap(partsOf), ...addresses]],
    );
    // Customers take the desk's own sign-in for theirs.
    await transaction.query(
      `UPDATE audit_events SET subject_label = NULL
       WHERE kind = 'sign_in_failed' AND subject_id IS NULL AND lower(btrim(subject_label)) = ANY ($1::text[])`,
      [[...names.map((name) => name.toLowerCase()), ...addresses]],
    );
  }
}

/** Texts together, as many as a statement goes through in half a second: a conversation may be long. */
function* inPieces(texts: readonly string[]): Generator<string> {
  let piece: string[] = [];
  let size = 0;
  for (const text of texts) {
    if (size > 0 && size + text.length > PIECE) {
      yield piece.join('\n');
      [piece, size] = [[], 0];
    }
    piece.push(text);
    size += text.length;
  }
  if (size > 0) yield piece.join('\n');
}

/** The words of a name: people look for one of them. Of initials and particles nobody is known. */
function partsOf(name: string): readonly string[] {
  return (name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((part) => [...part].length > 2);
}
