import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Mark } from '../../core/shell/mark';
import { Undo } from '../../core/undo';
import { Viewport } from '../../core/viewport';
import { KeyCap } from '../../ui/key-cap';
import { PRODUCT } from '../../ui/product';
import { TriageSession } from './triage-session';

/** How far the session is, at which pace, how often the desk was right, and the way out. */
@Component({
  selector: 'desk-triage-top',
  imports: [KeyCap, Mark, MatButton, MatIcon, MatIconButton, RouterLink],
  templateUrl: './triage-top.html',
  styleUrl: './triage-top.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TriageTop {
  readonly paused = output();

  private readonly session = inject(TriageSession);
  protected readonly undo = inject(Undo);
  protected readonly compact = inject(Viewport).compact;
  protected readonly product = PRODUCT;
  protected readonly figures = this.session.figures;
  protected readonly total = computed(() => this.session.tickets().length);
  protected readonly done = computed(() => this.session.entries().length);
  /** The one at hand, counted from 1. */
  protected readonly place = computed(() => Math.min(this.done() + 1, this.total()));
  protected readonly progress = computed(() => {
    const counts = this.figures()?.counts ?? '';
    return counts === '' ? 'Nothing sorted yet' : counts;
  });
  /** One for each ticket: what became of it, `now` for the one at hand. */
  protected readonly segments = computed(() => {
    const entries = this.session.entries();
    return this.session.tickets().map((_, place) => entries[place]?.outcome ?? (place === entries.length ? 'now' : ''));
  });
}
