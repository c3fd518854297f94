import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { Categories } from '../../api/categories';
import type { Ticket } from '../../api/model';
import { Notifications } from '../../core/notifications';
import { PRIORITY_LABELS } from '../../ui/vocabulary';

/** Says that a ticket was created and as what, since its suggestion may have come at the last moment, and leads to it. */
@Injectable({ providedIn: 'root' })
export class CreatedMessage {
  private readonly categories = inject(Categories);
  private readonly dialog = inject(MatDialog);
  private readonly notifications = inject(Notifications);
  private readonly router = inject(Router);

  show({ id, category, priority }: Ticket): void {
    const as = `${this.categories.label(category)}, ${PRIORITY_LABELS[priority]}`;
    this.notifications.show(`Ticket #${id} created as ${as}`, { label: 'Open', run: () => void this.open(id) });
  }

  private async open(id: number): Promise<void> {
    // A next ticket may be open by now; its draft is kept.
    this.dialog.closeAll();
    await this.router.navigate(['/tickets', id], { queryParamsHandling: 'preserve' });
  }
}
