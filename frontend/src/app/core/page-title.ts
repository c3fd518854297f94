import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterStateSnapshot, TitleStrategy } from '@angular/router';

/** "Dashboard · Triage Desk" from the route's `title`. A page that knows better sets it through `PageTitle.set`. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.set(this.buildTitle(snapshot));
  }

  set(page: string | undefined): void {
    this.title.setTitle(page ? `${page} · Triage Desk` : 'Triage Desk');
  }
}
