{{/* What the processes of the back end share: API, worker and migration. "role" is the PROCESS_ROLE, "migrates" whether this one
     brings the database up to date. */}}

{{- define "desk.backend.environment" -}}
{{- $values := .root.Values -}}
- { name: PROCESS_ROLE, value: {{ .role }} }
- { name: MIGRATE_AT_START, value: {{ .migrates | quote }} }
- { name: STOP_TIMEOUT_MS, value: {{ mul $values.stopping.drainSeconds 1000 | quote }} }
- { name: WEB_URL, value: {{ $values.webUrl | quote }} }
- { name: TRUSTED_PROXIES, value: {{ $values.trustedProxies.api | quote }} }
- { name: SEED_DEMO_DATA, value: "false" }
{{- if $values.metrics.enabled }}
- { name: METRICS_PORT, value: {{ $values.metrics.port | quote }} }
{{- end }}
{{- range $name, $value := $values.settings }}
- { name: {{ $name }}, value: {{ include "desk.backend.text" $value | quote }} }
{{- end }}
{{- $secrets := list "LLM_API_KEY" "MAILBOXES" "SMTP_URL" "SECRET_KEY" "HTTPS_PROXY" "HTTP_PROXY" "ALL_PROXY" "OTEL_EXPORTER_OTLP_HEADERS" "S3_ACCESS_KEY_ID" "S3_SECRET_ACCESS_KEY" -}}
{{- if .migrates }}{{ $secrets = append $secrets "ADMIN_PASSWORD" }}{{ end }}
{{- range $key := $secrets }}
- name: {{ $key }}
  valueFrom: { secretKeyRef: { name: {{ $values.secretName }}, key: {{ $key }}, optional: true } }
{{- end }}
{{- if $values.caSecretName }}
- { name: NODE_EXTRA_CA_CERTS, value: /run/ca/ca.crt }
{{- end }}
{{- include "desk.backend.database" . }}
{{- end -}}

{{/* Helm knows numbers with a point only, and would write a million as 1e+06. */}}
{{- define "desk.backend.text" -}}
{{- if and (kindIs "float64" .) (eq (floor .) .) }}{{ int64 . }}{{ else }}{{ . }}{{ end -}}
{{- end -}}

{{- define "desk.backend.database" -}}
{{- $database := .root.Values.database }}
{{- if $database.addresses.url }}
- { name: DATABASE_URL, value: {{ $database.addresses.url | quote }} }
{{- with $database.addresses.directUrl }}
- { name: DATABASE_DIRECT_URL, value: {{ . | quote }} }
{{- end }}
{{- with $database.addresses.readUrl }}
- { name: DATABASE_READ_URL, value: {{ . | quote }} }
{{- end }}
- { name: DATABASE_PASSWORD_FILE, value: /run/database/password }
{{- else }}
{{- range $key := list "DATABASE_URL" "DATABASE_DIRECT_URL" "DATABASE_READ_URL" }}
- name: {{ $key }}
  valueFrom: { secretKeyRef: { name: {{ $database.secretName }}, key: {{ $key }}, optional: {{ ne $key "DATABASE_URL" }} } }
{{- end }}
{{- end }}
{{- end -}}

{{- define "desk.backend.container" -}}
{{ include "desk.container" (merge (dict "image" .root.Values.images.backend) .) }}
env: {{- include "desk.backend.environment" . | nindent 2 }}
volumeMounts:
  - { name: tmp, mountPath: /tmp }
  {{- if .root.Values.database.addresses.url }}
  - { name: database, mountPath: /run/database, readOnly: true }
  {{- end }}
  {{- if .root.Values.caSecretName }}
  - { name: ca, mountPath: /run/ca, readOnly: true }
  {{- end }}
{{- end -}}

{{/* The pod around it. Its first process is the cluster's: a Node that is the first one of all is deaf to signals that it does not
     handle. */}}
{{- define "desk.backend.pod" -}}
{{ include "desk.pod" (merge (dict "user" 1000) .) }}
shareProcessNamespace: true
volumes:
  - { name: tmp, emptyDir: { medium: Memory, sizeLimit: 64Mi } }
  {{- with .root.Values.database }}
  {{- if .addresses.url }}
  - name: database
    secret:
      secretName: {{ .passwordSecret.name }}
      items: [{ key: {{ .passwordSecret.key }}, path: password }]
  {{- end }}
  {{- end }}
  {{- with .root.Values.caSecretName }}
  - name: ca
    secret: { secretName: {{ . }}, items: [{ key: ca.crt, path: ca.crt }] }
  {{- end }}
{{- end -}}

{{/* Alive, and ready, are told apart: a process asks nobody else whether it is alive, so that a database in trouble has none of them
     killed, and is ready when the database answers and nobody has asked it to stop. "how": asks at a path. */}}
{{- define "desk.backend.probes" -}}
startupProbe:
  {{- include "desk.backend.probe" (dict "by" .by "path" "/api/health/live") | nindent 2 }}
  periodSeconds: 2
  timeoutSeconds: 5
  # Who migrates by itself, or waits for one that does, is given as long as a migration is.
  failureThreshold: {{ ternary (div .root.Values.migration.seconds 2) 60 .migrates }}
livenessProbe:
  {{- include "desk.backend.probe" (dict "by" .by "path" "/api/health/live") | nindent 2 }}
  periodSeconds: 15
  timeoutSeconds: 10
  failureThreshold: 4
readinessProbe:
  {{- include "desk.backend.probe" (dict "by" .by "path" "/api/health/ready") | nindent 2 }}
  periodSeconds: 10
  timeoutSeconds: 10
  failureThreshold: 2
{{- end -}}

{{/* A worker answers on the loopback address alone, so that it has to be asked from within. */}}
{{- define "desk.backend.probe" -}}
{{- if eq .by "http" -}}
httpGet: { path: {{ .path }}, port: http }
{{- else -}}
exec:
  command:
    - node
    - -e
    - >-
      fetch('http://127.0.0.1:8000{{ .path }}')
      .then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))
{{- end -}}
{{- end -}}

{{- define "desk.backend.scraped" -}}
prometheus.io/scrape: "true"
prometheus.io/port: {{ .root.Values.metrics.port | quote }}
prometheus.io/path: /metrics
{{- end -}}
