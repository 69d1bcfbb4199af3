# The embedded run, and nothing that it does not need. No step depends on the processor: there is no native addon.
# Behind a slow line, name your own mirrors:
#   docker build --build-arg NODE_IMAGE=… --build-arg NPM_CONFIG_REGISTRY=https://registry.npmmirror.com -t qq-relay .
ARG NODE_IMAGE=node:24-slim

FROM ${NODE_IMAGE} AS build
ARG NPM_CONFIG_REGISTRY
WORKDIR /app
COPY package.json package-lock.json ./
# sst deploys to AWS, and only what runs there imports it.
RUN npm uninstall sst --package-lock-only --no-audit --no-fund
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund
COPY lib ./lib
COPY local ./local
COPY simulator ./simulator
COPY infra/routes.ts infra/settings.ts ./infra/
# A checkout made under a strict umask has files that only its owner may read.
RUN chmod -R a+rX .

FROM ${NODE_IMAGE}
RUN install -d -m 0700 -o 1000 -g 1000 /data
WORKDIR /app
COPY --from=build /app ./
# The public door has to be reached from outside the container; the admin door (8789) stays inside.
ENV HOST=0.0.0.0 RELAY_DATA=/data
VOLUME /data
EXPOSE 8787
# The official images' user "node", by its number: that also proves to Kubernetes that it is not root.
USER 1000:1000
HEALTHCHECK --interval=60s --timeout=10s --start-period=30s --retries=3 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8787}/group`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--disable-warning=ExperimentalWarning", "--max-semi-space-size=4", "local/run/start.mjs"]
