# The API: its compiled code and its production dependencies, nothing else.
FROM node:24-bookworm-slim AS workspace
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

FROM workspace AS build
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY nx.json tsconfig.base.json ./
COPY backend backend
RUN npx nx run backend:build \
 && find dist/backend -name '*.map' -delete

# The compiler (an optional peer of @nestjs/swagger), declarations and source maps are of no use at run time.
FROM workspace AS dependencies
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --ignore-scripts \
 && rm -r node_modules/typescript \
 && find node_modules -type f \( -name '*.map' -o -name '*.ts' -o -name '*.cts' -o -name '*.mts' \) -delete

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="Support Ticket System: API" org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production HOST=0.0.0.0 METRICS_HOST=0.0.0.0 PORT=8000
WORKDIR /app
COPY --from=dependencies /app/package.json ./
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist/backend dist/backend
USER 1000:1000
EXPOSE 8000
CMD ["node", "dist/backend/main.js"]
