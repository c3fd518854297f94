import { type Exposition, Metrics } from './metrics.ts';

const nothing = (): void => undefined;

/** Nobody asks for figures, so none are kept. */
export class Unmeasured extends Metrics {
  override counter(): () => void {
    return nothing;
  }

  override duration(): () => void {
    return nothing;
  }

  override gauge(): void {
    // Nobody reads it.
  }

  override exposition(): Promise<Exposition> {
    return Promise.resolve({ type: 'text/plain', text: '' });
  }
}
