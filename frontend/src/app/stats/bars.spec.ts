import type { Category } from '../api/model';
import type { Bar } from '../ui/chart/bar';
import { categoryBars, priorityBars } from './bars';
import { statsOf } from './testing/stats-of';

const category = (key: string, active = true): Category => ({
  key,
  label: key.toUpperCase(),
  description: '',
  position: 1,
  active,
  merged_into: null,
});

describe('the bars', () => {
  it('of the priorities start with the most urgent and measure against the longest', () => {
    expect(priorityBars(statsOf(), 'all').map(read)).toEqual([
      'Critical 258 5 % 11.0',
      'High 1014 21 % 43.2',
      'Medium 2349 49 % 100.0',
      'Low 1206 25 % 51.3',
    ]);
  });

  it('of an empty desk are all there, with no length', () => {
    expect(priorityBars(statsOf({ priority_breakdown: {} }), 'all').map(read)).toEqual([
      'Critical 0 0 % 0.0',
      'High 0 0 % 0.0',
      'Medium 0 0 % 0.0',
      'Low 0 0 % 0.0',
    ]);
  });

  it('of the categories start with the most used', () => {
    expect(labels({ billing: 2, general: 0, technical: 5 }, [category('billing'), category('technical')])).toEqual([
      'TECHNICAL',
      'BILLING',
      'general',
    ]);
  });

  it('show a retired category only while tickets have it', () => {
    const categories = [category('fax', false), category('telex', false), category('billing')];

    expect(labels({ fax: 3, telex: 0, billing: 0 }, categories)).toEqual(['FAX', 'BILLING']);
  });

  it('keep the places they were seen in, newcomers after them', () => {
    const categories = ['a', 'b', 'c', 'd'].map((key) => category(key));

    expect(labels({ a: 1, b: 2, c: 9, d: 10 }, categories, ['b', 'a'])).toEqual(['B', 'A', 'D', 'C']);
  });

  it('lead to the tickets of their value', () => {
    const [first] = priorityBars(statsOf(), 'all');
    const [most] = categoryBars(statsOf(), 'all', [category('technical')], []);

    expect(first?.link).toEqual({ path: '/tickets', query: { priority: 'critical' } });
    expect(most?.link).toEqual({ path: '/tickets', query: { category: 'technical' } });
  });

  it('of what is unresolved count that alone, and lead to it', () => {
    expect(priorityBars(statsOf(), 'unresolved').map(read)).toEqual([
      'Critical 6 2 % 4.0',
      'High 57 18 % 37.7',
      'Medium 151 48 % 100.0',
      'Low 98 31 % 64.9',
    ]);
    const [first] = priorityBars(statsOf(), 'unresolved');
    const [most] = categoryBars(statsOf(), 'unresolved', [category('technical')], []);
    const status = 'open,in_progress';
    expect(first?.link).toEqual({ path: '/tickets', query: { status, priority: 'critical' } });
    expect(most).toMatchObject({ count: 129, link: { query: { status, category: 'technical' } } });
  });

  it('of a category have no colour of a priority, whatever its key', () => {
    const [bar] = categoryBars(statsOf({ category_breakdown: { critical: 1 } }), 'all', [category('critical')], []);

    expect(bar?.tone).toBeNull();
    expect(priorityBars(statsOf(), 'all').map(({ tone }) => tone)).toEqual(['critical', 'high', 'medium', 'low']);
  });

  function labels(counts: Record<string, number>, categories: Category[], shown: string[] = []): string[] {
    return categoryBars(statsOf({ category_breakdown: counts }), 'all', categories, shown).map(
      (bar) => bar.option.label,
    );
  }

  function read({ option, count, share, length }: Bar): string {
    return `${option.label} ${count} ${share.replace('\u00a0', ' ')} ${length.toFixed(1)}`;
  }
});
