# All images of docker-compose.yml. What rarely changes comes first, so that a change of the sources rebuilds them and
# downloads nothing.

FROM node:24-trixie-slim AS base
ENV NODE_ENV=production
WORKDIR /app
# A new volume takes the owner of the folder that it is mounted on, so that `node` can write the secrets.
RUN install -d -o node -g node -m 0700 /run/rotunda /run/shares/postgres /run/shares/nats /run/shares/gateway \
      /run/shares/scheduler /run/shares/house-scraper /run/shares/senate-scraper \
 && ln -s /app/dist/apps/cli/src/main.js /usr/local/bin/rotunda
LABEL org.opencontainers.image.title="Rotunda" \
      org.opencontainers.image.description="Collects every stock trade that members of the US Congress disclose" \
      org.opencontainers.image.licenses="MIT"

FROM node:24-trixie-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

# The optional packages are the embedded Postgres, which images don't need; none of the packages needs its scripts.
FROM manifests AS dependencies
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --omit=optional --ignore-scripts

# With the optional packages: Vite's compiler is one of them.
FROM manifests AS build
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY libs libs
COPY apps apps
RUN npm run build && chmod +x dist/apps/cli/src/main.js && mkdir stand-ins && mv dist/apps/stand-ins stand-ins/

# The program without its dependencies.
FROM scratch AS program
COPY package.json /
COPY deploy/make-secrets.mjs /deploy/
COPY data /data
COPY --from=build /app/dist/libs /dist/libs
COPY --from=build /app/dist/apps /dist/apps

# Gateway, scheduler, the House scraper and the set-up.
FROM base AS rotunda
COPY --from=dependencies /app/node_modules node_modules
COPY --from=program / .
USER node
CMD ["rotunda", "--help"]

FROM base AS chromium
RUN apt-get update \
 && apt-get install -y --no-install-recommends chromium \
 && apt-get clean \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin
ENV CHROMIUM_PATH=/usr/bin/chromium

# The Senate scraper.
FROM chromium AS senate
COPY --from=dependencies /app/node_modules node_modules
COPY --from=program / .
USER node
CMD ["rotunda", "worker", "senate"]

# The stand-in sites of the demo. The built code reads their data from the source folder.
FROM rotunda AS sites
COPY --from=build /app/stand-ins dist/apps
COPY apps/stand-ins/src apps/stand-ins/src
CMD ["node", "dist/apps/stand-ins/src/main.js", "--help"]

FROM node:24-trixie-slim AS probe
RUN apt-get update \
 && apt-get install -y --no-install-recommends busybox-static \
 && mkdir /data

# The official image has only nats-server, and no program for a health check.
FROM nats:2.15 AS nats
COPY --from=probe /bin/busybox /probe/wget
COPY --from=probe --chown=1000:1000 /data /data
COPY deploy/nats /etc/nats
USER 1000:1000
CMD ["--config", "/etc/nats/tls.conf"]
