import { Injectable } from '@nestjs/common';

/** Tells which of these attachments somebody still means to send. */
export type HeldAttachments = (ids: readonly string[]) => Promise<readonly string[]>;

/** Who holds attachments that no message has yet, as drafts do: they are asked before one is removed. */
@Injectable()
export class AttachmentHolders {
  private readonly holders: HeldAttachments[] = [];

  add(held: HeldAttachments): void {
    this.holders.push(held);
  }

  /** Those of these that nobody holds. */
  async unheld(ids: readonly string[]): Promise<string[]> {
    const held = new Set((await Promise.all(this.holders.map((ask) => ask(ids)))).flat());
    return ids.filter((id) => !held.has(id));
  }
}
