import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Mark } from '../../core/shell/mark';
import { PRODUCT } from '../../ui/product';
import { FrontArt } from './front-art';

/** What stands around a form before the desk itself: its name, ways to help, and a picture where there is room. */
@Component({
  selector: 'desk-front-page',
  imports: [FrontArt, Mark, RouterLink],
  template: `
    <div class="side">
      <header><desk-mark />{{ product }}</header>
      <main id="main" tabindex="-1"><ng-content /></main>
      <footer class="small quiet">
        <a href="api/docs">API documentation</a>
        <a routerLink="/status">System status</a>
      </footer>
    </div>
    <desk-front-art />
  `,
  styleUrl: './front-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FrontPage {
  protected readonly product = PRODUCT;
}
