import { DEPENDENCY_OPTIONS, DEPENDENCY_RULES } from './dependency-rules.ts';

export default { forbidden: DEPENDENCY_RULES, options: DEPENDENCY_OPTIONS };
