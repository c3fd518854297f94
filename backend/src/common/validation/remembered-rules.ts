import { type MetadataStorage, getMetadataStorage } from 'class-validator';

type Gather = MetadataStorage['getTargetValidationMetadatas'];

/**
 * Has class-validator gather the rules of a class once: it looks through those of all classes for each object. The rules of a
 * class are complete when it has been defined, and the desk knows no groups of rules.
 */
export function rememberRules(): void {
  const storage = getMetadataStorage();
  const gather = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<Gather>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    const isOfClass = [schema, always, strictGroups, groups].every((narrower) => !narrower);
    if (!isOfClass) return gather(target, schema, always, strictGroups, groups);
    const rules = known.get(target) ?? gather(target, schema, always, strictGroups);
    known.set(target, rules);
    return rules;
  };
}
