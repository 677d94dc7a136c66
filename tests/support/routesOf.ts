import type { Express } from 'express'

/** One route of an Express app. */
export interface FoundRoute {
  method: string
  /** As it was declared. */
  path: string
  matches: (path: string) => boolean
}

interface Layer {
  match: (path: string) => boolean
  route?: { path: string; methods: Record<string, boolean> }
  handle: { stack?: Layer[] }
}

/** Every route of the app, in the order in which they are tried. */
export function routesOf(app: Express): FoundRoute[] {
  const walk = (layers: readonly Layer[]): FoundRoute[] =>
    layers.flatMap((layer) => {
      const { route } = layer
      if (!route) return walk(layer.handle.stack ?? [])
      const matches = (path: string) => layer.match(path)
      return Object.keys(route.methods).map((method) => ({ method, path: route.path, matches }))
    })
  return walk((app.router as unknown as { stack: Layer[] }).stack)
}
