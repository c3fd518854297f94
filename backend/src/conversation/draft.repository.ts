import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { TicketPatch } from '../tickets/domain/ticket-change.ts';
import { DRAFT_FILES_MAX, type Draft, type KeptDraft, NO_DRAFT } from './domain/draft.ts';
import { MESSAGE_MAX, type Recipient, type WrittenKind } from './domain/message.ts';

interface DraftRow {
  readonly kind: WrittenKind;
  readonly text: string;
  readonly recipients: readonly Recipient[] | null;
  readonly attachments: readonly string[];
  readonly sets: TicketPatch;
  readonly conversation: number;
  readonly updated_at: Date;
}

/** Whose draft it is. */
export interface DraftOwner {
  readonly ticketId: number;
  readonly userId: number;
}

const COLUMNS = 'kind, text, recipients, attachments, sets, conversation, updated_at';
const OWN = 'ticket_id = $1 AND user_id = $2';
/** A draft as it is when it is written: without the white space around it. */
const WORDS = String.raw`regexp_replace(replace(text, E'\r\n', E'\n'), '^\s+|\s+$', '', 'g')`;
const IS_BLANK = String.raw`drafts.text !~ '\S'`;
/** The version of a draft; `draftVersion` tells the same. */
const VERSION = '(extract(epoch FROM drafts.updated_at) * 1000)::bigint';
/** When a draft is kept that was there before: later than that, by the shortest time that is told apart. */
const LATER = `greatest(now(), drafts.updated_at + interval '1 millisecond')`;
/** An answer that is taken back, and what was begun meanwhile. */
const JOINED_TEXT = String.raw`CASE WHEN ${IS_BLANK} THEN excluded.text ELSE excluded.text || E'\n\n' || drafts.text END`;
const JOINED_FILES = 'excluded.attachments || drafts.attachments';

/** Keeps what people have begun to write: one draft for each person and ticket. */
@Injectable()
export class DraftRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find({ ticketId, userId }: DraftOwner): Promise<KeptDraft | null> {
    const rows: DraftRow[] = await this.dataSource.query(`SELECT ${COLUMNS} FROM drafts WHERE ${OWN}`, [
      ...[ticketId, userId],
    ]);
    return rows[0] ? toDraft(rows[0]) : null;
  }

  /**
   * Keeps a draft in the place of the one before, if that is of one of these versions; null accepts any. Gives null when it is of
   * another one, or there is no such ticket.
   */
  async keep(
    { ticketId, userId }: DraftOwner,
    draft: Draft,
    accepts: readonly number[] | null = null,
  ): Promise<KeptDraft | null> {
    const rows: DraftRow[] = await this.dataSource.query(
      `INSERT INTO drafts (ticket_id, user_id, kind, text, recipients, attachments, conversation, sets)
       SELECT id, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $9::jsonb FROM tickets WHERE id = $1 AND deleted_at IS NULL
         AND ($8::bigint[] IS NULL OR ${String(NO_DRAFT)} = ANY ($8) OR EXISTS (SELECT 1 FROM drafts WHERE ${OWN}))
       ON CONFLICT (ticket_id, user_id) DO UPDATE SET kind = excluded.kind, text = excluded.text,
         recipients = excluded.recipients, attachments = excluded.attachments, conversation = excluded.conversation,
         sets = excluded.sets, updated_at = ${LATER}
       WHERE $8::bigint[] IS NULL OR ${VERSION} = ANY ($8)
       RETURNING ${COLUMNS}`,
      [
        ...[ticketId, userId, draft.kind, draft.text, draft.recipients && JSON.stringify(draft.recipients)],
        ...[JSON.stringify(draft.attachments), draft.conversation, accepts?.filter(Number.isSafeInteger) ?? null],
        draft.sets,
      ],
    );
    return rows[0] ? toDraft(rows[0]) : null;
  }

  /** Those of these attachments that drafts name. */
  async holding(ids: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      'SELECT DISTINCT id FROM drafts, jsonb_array_elements_text(attachments) AS id WHERE id = ANY ($1)',
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  async forget({ ticketId, userId }: DraftOwner): Promise<void> {
    await this.dataSource.query(`DELETE FROM drafts WHERE ${OWN}`, [ticketId, userId]);
  }

  /** What was a draft has been written; one that says something else stays. */
  async forgetWritten(
    transaction: Transaction,
    { ticketId, userId }: DraftOwner,
    { kind, text }: Pick<Draft, 'kind' | 'text'>,
  ): Promise<void> {
    await transaction.query(`DELETE FROM drafts WHERE ${OWN} AND kind = $3 AND ${WORDS} = $4`, [
      ...[ticketId, userId, kind, text.replaceAll('\r\n', '\n').trim()],
    ]);
  }

  /**
   * Makes an answer that is about to be forgotten a draft again. Where one says something else it is put before that, which
   * stays what it shall be: a note becomes no answer. False when they do not fit into one draft.
   */
  async keepAnswer(
    transaction: Transaction,
    { ticketId, userId }: DraftOwner,
    number: number,
    attachments: readonly string[],
  ): Promise<boolean> {
    const rows = await transaction.query<unknown[]>(
      `INSERT INTO drafts (ticket_id, user_id, kind, text, recipients, conversation, attachments, sets)
       SELECT m.ticket_id, $2, m.kind, m.text, (
         SELECT coalesce(jsonb_agg(jsonb_build_object('role', role, 'name', name, 'address', address) ORDER BY position), '[]')
         FROM message_recipients WHERE message_id = m.id
       ), m.number, $4::jsonb,
         coalesce(m.sets, '{}') || CASE WHEN m.sets_status IS NULL THEN '{}' ELSE jsonb_build_object('status', m.sets_status) END
       FROM messages AS m WHERE m.ticket_id = $1 AND m.number = $3 AND m.delivery = 'held'
       ON CONFLICT (ticket_id, user_id) DO UPDATE SET text = ${JOINED_TEXT}, attachments = ${JOINED_FILES},
         kind = CASE WHEN ${IS_BLANK} THEN excluded.kind ELSE drafts.kind END,
         recipients = coalesce(drafts.recipients, excluded.recipients), sets = excluded.sets || drafts.sets,
         conversation = least(drafts.conversation, excluded.conversation), updated_at = ${LATER}
       WHERE char_length(${JOINED_TEXT}) <= $5 AND jsonb_array_length(${JOINED_FILES}) <= $6
       RETURNING 1`,
      [ticketId, userId, number, JSON.stringify(attachments), MESSAGE_MAX, DRAFT_FILES_MAX],
    );
    return rows.length > 0;
  }
}

function toDraft({ updated_at: updatedAt, ...draft }: DraftRow): KeptDraft {
  return { ...draft, updatedAt };
}
