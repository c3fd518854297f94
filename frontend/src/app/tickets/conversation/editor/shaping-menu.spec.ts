import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { registerIcons } from '../../../ui/icons';
import { withPlaces } from '../../testing/editor';
import { COMPOSER_ICONS } from '../composer-icon-set';
import { MarkdownEditor } from './markdown-editor';
import { ShapingMenu } from './shaping-menu';

beforeAll(withPlaces);

describe('the menu of the ways to shape a text', () => {
  let field: ComponentFixture<MarkdownEditor>;
  let menu: ComponentFixture<ShapingMenu>;
  beforeEach(async () => {
    TestBed.runInInjectionContext(() => registerIcons(COMPOSER_ICONS));
    field = TestBed.createComponent(MarkdownEditor);
    field.componentRef.setInput('label', 'Reply');
    field.componentRef.setInput('text', '');
    menu = TestBed.createComponent(ShapingMenu);
    menu.componentRef.setInput('editor', field.componentInstance);
    document.body.append(element(field), element(menu));
    await menu.whenStable();
  });
  afterEach(() => {
    element(field).remove();
    element(menu).remove();
  });

  it('shapes what is written, says what is on, and leads back to the text', async () => {
    await open();
    expect(items().map(({ textContent }) => textContent.trim())).toEqual([
      'Bold Ctrl+B',
      'Italic Ctrl+I',
      'Code Ctrl+E',
      'Bulleted list Ctrl+Shift+8',
      'Numbered list Ctrl+Shift+7',
      'Quote Ctrl+Shift+9',
    ]);
    expect(on()).toEqual([]);
    items()[5]?.click();
    await menu.whenStable();
    expect(element(field).querySelector('blockquote')).not.toBeNull();
    expect(document.activeElement).toBe(element(field).querySelector('[role=textbox]'));

    await open();
    expect(on()).toEqual(['Quote Ctrl+Shift+9']);
    items()[5]?.click();
    await menu.whenStable();
    expect(element(field).querySelector('blockquote')).toBeNull();
  });

  function element({ nativeElement }: ComponentFixture<unknown>): HTMLElement {
    return nativeElement as HTMLElement;
  }

  async function open(): Promise<void> {
    element(menu).querySelector<HTMLButtonElement>('[aria-label="Formatting"]')?.click();
    await menu.whenStable();
  }

  function items(): HTMLElement[] {
    return Array.from(document.querySelectorAll<HTMLElement>('[role=menuitemcheckbox]'));
  }

  function on(): string[] {
    return items()
      .filter((item) => item.getAttribute('aria-checked') === 'true')
      .map(({ textContent }) => textContent.trim());
  }
});
