import { SetMetadata, UseInterceptors, applyDecorators } from '@nestjs/common';
import { OpenLlmCalls } from './open-llm-calls.interceptor.ts';

export const COSTS_LLM_CALL = 'desk:costs-llm-call';

/** Each call costs money: it also counts towards the stricter limit that all such routes share, and few may be open. */
export function CostsLlmCall(): MethodDecorator {
  return applyDecorators(SetMetadata(COSTS_LLM_CALL, true), UseInterceptors(OpenLlmCalls));
}
