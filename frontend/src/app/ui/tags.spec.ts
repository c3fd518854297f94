import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { CategoryTag } from './category-tag';
import { PriorityTag } from './priority-tag';
import { StatusTag } from './status-tag';

describe('the tags of the vocabulary', () => {
  it.each([
    ['low', 'Low', ['signal_cellular_alt', 'signal_cellular_alt_1_bar']],
    ['medium', 'Medium', ['signal_cellular_alt', 'signal_cellular_alt_2_bar']],
    ['high', 'High', ['signal_cellular_alt', 'signal_cellular_alt']],
    ['critical', 'Critical', ['report-fill']],
  ])('show the priority %s as "%s" with its shape', (value, word, icons) => {
    expect(render(PriorityTag, { value })).toEqual({ word, icons });
  });

  it.each([
    ['open', 'Open', ['circle']],
    ['in_progress', 'In progress', ['clock_loader_40']],
    ['resolved', 'Resolved', ['check_circle-fill']],
    ['closed', 'Closed', ['do_not_disturb_on']],
  ])('show the status %s as "%s" with its circle', (value, word, icons) => {
    expect(render(StatusTag, { value })).toEqual({ word, icons });
  });

  it.each([
    ['billing', 'Billing', ['credit_card']],
    ['onboarding', 'Onboarding', ['sell']],
  ])('show the category %s as "%s" with its icon', (key, label, icons) => {
    expect(render(CategoryTag, { key, label })).toEqual({ word: label, icons });
  });

  function render(tag: Type<unknown>, inputs: Record<string, string>): { word: string | undefined; icons: unknown[] } {
    const fixture = TestBed.createComponent(tag);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    const host = fixture.nativeElement as HTMLElement;
    return {
      word: host.querySelector('.word')?.textContent,
      icons: [...host.querySelectorAll('mat-icon')].map((icon) => icon.getAttribute('data-mat-icon-name')),
    };
  }
});
