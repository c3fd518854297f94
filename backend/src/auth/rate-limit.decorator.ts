import { SetMetadata } from '@nestjs/common';

export const COSTS_LLM_CALL = 'desk:costs-llm-call';

/** Each call costs money: it also counts towards the stricter limit that all such routes share. */
export function CostsLlmCall(): MethodDecorator {
  return SetMetadata(COSTS_LLM_CALL, true);
}
