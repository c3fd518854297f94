/** Whether OpenTelemetry's own variables ask for traces: where they go has to be named. */
export function isTraced(variables: Readonly<Record<string, string | undefined>>): boolean {
  const given = (name: string): string => variables[name]?.trim() ?? '';
  if (given('OTEL_SDK_DISABLED').toLowerCase() === 'true' || given('OTEL_TRACES_EXPORTER') === 'none') return false;
  return ['OTEL_TRACES_EXPORTER', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'].some(
    (name) => given(name) !== '',
  );
}
