import { TestBed } from '@angular/core/testing';
import { Avatar } from './avatar';

describe('the picture of a person', () => {
  it('says who it is, in letters and aloud', () => {
    const avatar = render(2, 'Mina Park');

    expect(avatar.dataset['letters']).toBe('MP');
    expect(avatar.getAttribute('role')).toBe('img');
    expect(avatar.getAttribute('aria-label')).toBe('Mina Park');
  });

  it('has one of six colours, always the same for one person', () => {
    const grounds = [1, 2, 6, 7, 8].map((id) => render(id, 'X').style.getPropertyValue('--avatar-ground'));

    expect(grounds).toEqual([1, 2, 6, 1, 2].map((colour) => `var(--desk-avatar-${colour})`));
  });

  it('is a place to add someone for nobody', () => {
    const avatar = render(null, 'Unassigned');

    expect(avatar.querySelector('mat-icon')?.getAttribute('data-mat-icon-name')).toBe('person_add');
    expect(avatar.dataset['letters']).toBeUndefined();
    expect(avatar.style.getPropertyValue('--avatar-ground')).toBe('');
    expect(avatar.getAttribute('aria-label')).toBe('Unassigned');
  });

  it('is silent beside the name', () => {
    const avatar = render(2, 'Mina Park', true);

    expect(avatar.getAttribute('aria-hidden')).toBe('true');
    expect(avatar.hasAttribute('aria-label')).toBe(false);
  });

  function render(person: number | null, name: string, decorative = false): HTMLElement {
    const fixture = TestBed.createComponent(Avatar);
    fixture.componentRef.setInput('person', person);
    fixture.componentRef.setInput('name', name);
    fixture.componentRef.setInput('decorative', decorative);
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }
});
