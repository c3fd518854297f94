import type { Quality, QualityShare } from '../../api/admin-model';

/** So many of so many, with an interval that a spec can recognise. */
export function aShare(part: number, of: number, measured = true): QualityShare {
  const share = of === 0 || !measured ? null : part / of;
  return { part, of, share, low: share && share - 0.05, high: share && Math.min(1, share + 0.05) };
}

const EMPTY_BINS = Array.from({ length: 10 }, (_, bin) => ({
  ...{ from: bin / 10, to: (bin + 1) / 10, confidence: null },
  ...aShare(0, 0),
}));

/** As a source that counts no words tells it. */
const NOT_KNOWN = { of: 0, mean: null, deviation: null, limit: null };

/** Two weeks of a desk as the mockups have it. */
export function aQuality(values: Partial<Quality> = {}): Quality {
  const { measured = true } = values;
  const shares = (kept: number, decided: number) => ({
    acceptance: aShare(kept, decided, measured),
    override: aShare(decided - kept, decided, measured),
    unbiased_accuracy: aShare(101, 120, measured),
    abstention: aShare(14, 932, measured),
    coverage: aShare(918, 932, measured),
  });
  return {
    as_of: '2026-04-21T07:34:00.000Z',
    time_zone: 'UTC',
    field: 'category',
    from: '2026-04-08',
    to: '2026-04-21',
    confirmed: 798,
    measured,
    asked: 932,
    ...shares(694, 798),
    unit: 'week',
    parts: [
      { from: '2026-04-08', to: '2026-04-14', asked: 400, ...shares(320, 400), known_share: NOT_KNOWN },
      { from: '2026-04-15', to: '2026-04-21', asked: 532, ...shares(374, 398), known_share: NOT_KNOWN },
    ],
    changes: [{ at: '2026-04-16T08:00:00.000Z', part: 1, source: 'llm', model: 'gpt-4o-mini', version: '3' }],
    confusion: [
      { suggested: 'technical', chosen: 'technical', count: 276, tickets: '' },
      { suggested: 'billing', chosen: 'technical', count: 22, tickets: '' },
      { suggested: 'billing', chosen: 'billing', count: 207, tickets: '' },
    ],
    reliability: {
      shown: {
        of: 798,
        ece: measured ? 0.013 : null,
        bins: EMPTY_BINS.map((bin, index) =>
          index === 9 ? { ...bin, ...aShare(520, 530, measured), confidence: 0.96 } : bin,
        ),
      },
      hidden: { of: 120, ece: measured ? 0.05 : null, bins: EMPTY_BINS },
    },
    latency: { of: 918, p50_ms: 620, p95_ms: 1840 },
    automatic: { applied: 41, corrected: 2 },
    failures: [{ source: 'llm', model: 'gpt-4o-mini', reason: 'timeout', count: 4 }],
    costs: [
      { model: 'gpt-4o-mini', calls: 930, prompt_tokens: 401_000, completion_tokens: 52_000, cost: 0.0914, unknown: 0 },
    ],
    models: [
      {
        ...{ source: 'llm', model: 'gpt-4o-mini', version: '3', suggested: 918 },
        ...{ first_at: '2026-04-16T08:00:00.000Z', last_at: '2026-04-21T07:30:00.000Z', made_at: null },
        ...shares(694, 798),
      },
      {
        ...{ source: 'llm', model: 'gpt-4o-mini', version: '2', suggested: 400 },
        ...{ first_at: '2026-04-08T08:00:00.000Z', last_at: '2026-04-16T07:00:00.000Z', made_at: null },
        ...shares(320, 400),
      },
    ],
    drift: null,
    ...values,
  };
}
