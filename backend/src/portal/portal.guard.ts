import { type CanActivate, Injectable } from '@nestjs/common';
import { DomainError } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';

/** Lets nobody in where there is no portal. */
@Injectable()
export class PortalGuard implements CanActivate {
  constructor(private readonly settings: Settings) {}

  canActivate(): true {
    if (!this.settings.portal.isOpen) throw new DomainError('portal_closed', 'Write to the desk in another way.');
    return true;
  }
}
