import { SetMetadata, UseInterceptors, applyDecorators } from '@nestjs/common';
import { OpenLlmCalls } from './open-llm-calls.interceptor.ts';

export const COSTS_LLM_CALL = 'desk:costs-llm-call';

/** Tells by its address and body whether a request costs a call to the LLM. */
export type MayCostLlmCall = (request: { readonly query: unknown; readonly body: unknown }) => boolean;

/** Some calls lead to one of the LLM later, while an LLM answers: those count towards the same limit. */
export function CostsLlmCallWhen(mayCost: MayCostLlmCall): MethodDecorator {
  return SetMetadata(COSTS_LLM_CALL, mayCost);
}

/**
 * Each call costs money, but for those of which `mayCost` knows better: it also counts towards the stricter limit that all such
 * routes share, and few may be open.
 */
export function CostsLlmCall(mayCost: MayCostLlmCall | true = true): MethodDecorator {
  return applyDecorators(SetMetadata(COSTS_LLM_CALL, mayCost), UseInterceptors(OpenLlmCalls));
}
