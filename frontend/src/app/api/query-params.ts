type ParamValue = string | number | boolean | readonly (string | number)[];

/** A query without its empty parts, as `HttpClient` takes it. */
export function queryParams(query: object): Record<string, ParamValue> {
  const params: Record<string, ParamValue> = {};
  for (const [name, value] of Object.entries(query) as [string, ParamValue | null | undefined][]) {
    const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (!empty) params[name] = value;
  }
  return params;
}
