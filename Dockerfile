# The admin, the delivery or both, as GONGKAI_ROLE says. See docs/operations.md.

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts/setUp.mjs scripts/
RUN node -e "import('./scripts/setUp.mjs').then(({ ensureInstalled }) => ensureInstalled())"
COPY . .
RUN node scripts/build.mjs \
 && npm prune --omit=dev --no-audit --no-fund \
 && rm -rf .next/cache

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    APP_ROOT=/app
WORKDIR /app
COPY --from=build /app/package.json /app/next.config.ts ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/.next .next
COPY --from=build /app/dist dist
# Charts are drawn with it.
COPY --from=build /app/src/publication/charts/font src/publication/charts/font
RUN install -d -o node -g node data
USER 1000
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --start-period=60s --interval=10s --timeout=5s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--conditions=production", "dist/server.js"]
