import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import type { Ticket } from '../../api/model';
import { Notifications } from '../../core/notifications';

/** Says that a ticket was created, and leads to it. */
@Injectable({ providedIn: 'root' })
export class CreatedMessage {
  private readonly dialog = inject(MatDialog);
  private readonly notifications = inject(Notifications);
  private readonly router = inject(Router);

  show({ id }: Ticket): void {
    this.notifications.show(`Ticket #${id} created`, { label: 'Open', run: () => void this.open(id) });
  }

  private async open(id: number): Promise<void> {
    // A next ticket may be open by now; its draft is kept.
    this.dialog.closeAll();
    await this.router.navigate(['/tickets', id], { queryParamsHandling: 'preserve' });
  }
}
