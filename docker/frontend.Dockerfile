# The web app, served by nginx, which also is the way to the API.
# The first stages begin like those of the API, so that the packages are installed once for both.
FROM node:24-bookworm-slim AS workspace
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

FROM workspace AS build
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY nx.json tsconfig.base.json ./
# Nx wants to know the project of the API, on whose contract this one depends.
COPY backend/project.json backend/
COPY tools tools
COPY frontend frontend
RUN npx nx run frontend:build \
 && find dist/frontend/browser -type f -size +1k -regex '.*\.\(js\|css\|svg\)' -exec gzip -9 -k -n {} +

FROM nginxinc/nginx-unprivileged:1-alpine
LABEL org.opencontainers.image.title="Support Ticket System: web app" org.opencontainers.image.licenses="MIT"
ENV BACKEND_ADDRESS=backend:8000 \
    TRUSTED_PROXIES=172.16.0.0/12 \
    NGINX_ENTRYPOINT_LOCAL_RESOLVERS=1 \
    NGINX_ENTRYPOINT_QUIET_LOGS=1 \
    NGINX_ENVSUBST_FILTER="^(BACKEND_ADDRESS|BASE_PATH|NGINX_LOCAL_RESOLVERS|TRUSTED_PROXIES)$"
COPY --chmod=444 docker/nginx/nginx.conf /etc/nginx/
COPY --chmod=444 docker/nginx/*.conf.template /etc/nginx/templates/
COPY --chmod=555 docker/nginx/base-path.envsh /docker-entrypoint.d/16-base-path.envsh
COPY --chmod=444 docker/nginx/desk/*.conf /etc/nginx/desk/
COPY --from=build /app/dist/frontend/browser /srv/desk
USER 101:101
EXPOSE 8080 8000
