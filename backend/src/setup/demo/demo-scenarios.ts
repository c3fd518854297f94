import type { DemoScenario } from './demo-scenario.ts';
import { ACCOUNT_SCENARIOS } from './demo-scenarios/account.ts';
import { BILLING_SCENARIOS } from './demo-scenarios/billing.ts';
import { GENERAL_SCENARIOS } from './demo-scenarios/general.ts';
import { APP_SCENARIOS } from './demo-scenarios/technical-app.ts';
import { INTEGRATION_SCENARIOS } from './demo-scenarios/technical-integration.ts';
import { URGENT_TECHNICAL_SCENARIOS } from './demo-scenarios/technical-urgent.ts';

export interface CategorizedScenario extends DemoScenario {
  readonly category: string;
}

/** What customers of an imaginary order and delivery planning service write about. */
export const DEMO_SCENARIOS: readonly CategorizedScenario[] = [
  ...categorized('billing', BILLING_SCENARIOS),
  ...categorized('technical', URGENT_TECHNICAL_SCENARIOS),
  ...categorized('technical', APP_SCENARIOS),
  ...categorized('technical', INTEGRATION_SCENARIOS),
  ...categorized('account', ACCOUNT_SCENARIOS),
  ...categorized('general', GENERAL_SCENARIOS),
];

function categorized(category: string, scenarios: readonly DemoScenario[]): CategorizedScenario[] {
  return scenarios.map((scenario) => ({ ...scenario, category }));
}
