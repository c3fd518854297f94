{{/* Parts are called RELEASE-PART; Helm sees to it that there is room. What is given to these: "root", the chart's context, and
     "part". */}}
{{- define "desk.name" -}}
{{- printf "%s-%s" .root.Release.Name .part -}}
{{- end -}}

{{/* What a part is found by. It may never change: a deployment keeps the one that it was made with. */}}
{{- define "desk.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end -}}

{{- define "desk.labels" -}}
{{ include "desk.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "desk.metadata" -}}
name: {{ include "desk.name" . }}
namespace: {{ .root.Release.Namespace }}
labels: {{- include "desk.labels" . | nindent 2 }}
{{- end -}}

{{/* A pod without privileges and without a way to the cluster's API. "user": the id that the image runs as. */}}
{{- define "desk.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .user }}
  runAsGroup: {{ .user }}
  fsGroup: {{ .user }}
  seccompProfile: { type: RuntimeDefault }
{{- with .root.Values.images.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* Evenly over nodes and zones, as far as there is room; each version by itself. */}}
{{- define "desk.spread" -}}
topologySpreadConstraints:
  {{- range $key := list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
  - maxSkew: 1
    topologyKey: {{ $key }}
    whenUnsatisfiable: ScheduleAnyway
    matchLabelKeys: [pod-template-hash]
    labelSelector:
      matchLabels: {{- include "desk.selector" $ | nindent 8 }}
  {{- end }}
{{- end -}}

{{/* "image": its values. */}}
{{- define "desk.container" -}}
image: {{ printf "%s:%s" .image.repository (.image.tag | default .root.Chart.AppVersion) | quote }}
imagePullPolicy: {{ .root.Values.images.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end -}}

{{/* The new one is there before the old one goes. */}}
{{- define "desk.rollout" -}}
revisionHistoryLimit: 5
strategy:
  type: RollingUpdate
  rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }
selector:
  matchLabels: {{- include "desk.selector" . | nindent 4 }}
{{- end -}}

{{/* Ended processes have five seconds more than they may take, and so has whoever looks after them. */}}
{{- define "desk.graceSeconds" -}}
{{- add .root.Values.stopping.noticeSeconds .root.Values.stopping.drainSeconds 10 -}}
{{- end -}}
