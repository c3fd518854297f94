import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { PRODUCT } from '../ui/product';

/** "Dashboard · Support Ticket System" from the route's `title`. A page that knows better sets its own through `PageTitle.set`. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private fromRoute: string | undefined;
  private fromPage: string | undefined;
  private product = PRODUCT;

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.fromRoute = this.buildTitle(snapshot);
    this.show();
  }

  /** Stands above the route's title, through every navigation, until it is taken back with undefined. */
  set(page: string | undefined): void {
    this.fromPage = page;
    this.show();
  }

  /** How the whole is called from now on; left out, by its own name. */
  call(product = PRODUCT): void {
    this.product = product;
    this.show();
  }

  private show(): void {
    const page = this.fromPage ?? this.fromRoute;
    this.title.setTitle(page ? `${page} · ${this.product}` : this.product);
  }
}
