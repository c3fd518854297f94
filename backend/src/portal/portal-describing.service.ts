import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CategoriesService } from '../categories/categories.service.ts';
import { Settings } from '../config/settings.ts';
import { Senders } from '../mail-accounts/senders.service.ts';
import type { PortalDescription } from './domain/portal-description.ts';

/** Tells what the portal is like, and at the start when nobody can get in. */
@Injectable()
export class PortalDescribing implements OnApplicationBootstrap {
  private readonly logger = new Logger(PortalDescribing.name);

  constructor(
    private readonly settings: Settings,
    private readonly senders: Senders,
    private readonly categories: CategoriesService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { portal, servesApi } = this.settings;
    if (!portal.isOpen || !servesApi || (await this.canSend())) return;
    this.logger.warn(
      'The portal is open, but nobody can sign in to it: the desk has no sender for the mails with links.',
    );
  }

  async read(): Promise<PortalDescription> {
    const { portal, attachments } = this.settings;
    const active = portal.asksCategory ? await this.categories.active() : [];
    return {
      name: portal.name,
      canSignIn: await this.canSend(),
      asksCategory: portal.asksCategory,
      categories: active.map(({ key, label }) => ({ key, label })),
      attachmentMaxBytes: attachments.maxBytes,
    };
  }

  private async canSend(): Promise<boolean> {
    return (await this.senders.current()) !== null;
  }
}
