import { Injectable } from '@nestjs/common';

/** Tells which of these attachments somebody still means to send. */
export type HeldAttachments = (ids: readonly string[]) => Promise<readonly string[]>;

/** Who has attachments that no message has. */
export interface AttachmentHolder {
  readonly held: HeldAttachments;
  /** Whether a person may read one that is attached to this and to no message; left out, nobody may. */
  readonly mayRead?: (id: string, person: number) => Promise<boolean>;
}

/** Who holds attachments that no message has, as drafts and canned answers do: they are asked before one is removed. */
@Injectable()
export class AttachmentHolders {
  private readonly holders: AttachmentHolder[] = [];

  add(holder: AttachmentHolder): void {
    this.holders.push(holder);
  }

  /** Those of these that nobody holds. */
  async unheld(ids: readonly string[]): Promise<string[]> {
    const held = new Set((await Promise.all(this.holders.map((holder) => holder.held(ids)))).flat());
    return ids.filter((id) => !held.has(id));
  }

  /** Whether a holder lets a person read what is attached to it. */
  async mayRead(id: string, person: number): Promise<boolean> {
    const asked = this.holders.map(({ mayRead }) => mayRead?.(id, person) ?? Promise.resolve(false));
    return (await Promise.all(asked)).includes(true);
  }
}
