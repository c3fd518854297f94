import type { Span, Tracer, TracerProvider } from '@opentelemetry/api';

/** An instrumentation, as far as it is told who takes its spans. */
interface Instrumented {
  setTracerProvider(provider: TracerProvider): void;
}

/** Keeps messages of errors out of the spans of an instrumentation: PostgreSQL quotes values in them. */
export function keepErrorsQuiet(instrumentation: Instrumented): void {
  const set = instrumentation.setTracerProvider.bind(instrumentation);
  instrumentation.setTracerProvider = (provider) => {
    set({ getTracer: (...named) => quietTracer(provider.getTracer(...named)) });
  };
}

function quietTracer(tracer: Tracer): Tracer {
  return {
    startSpan: (...given) => quiet(tracer.startSpan(...given)),
    startActiveSpan: tracer.startActiveSpan.bind(tracer),
  };
}

function quiet(span: Span): Span {
  const set = span.setStatus.bind(span);
  span.setStatus = ({ code }) => set({ code });
  return span;
}
