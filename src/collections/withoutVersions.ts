import { NotFound, type Endpoint, type Plugin } from 'payload'

const notFound = () => {
  throw new NotFound()
}

/**
 * Payload offers `/versions` on every collection and answers 500 where there are none, as on all of
 * ours: what was published is kept as publications. So they answer 404.
 */
export const withoutVersions: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    endpoints: [
      ...(collection.endpoints || []),
      ...(['/versions', '/versions/:id'] as const).flatMap((path) =>
        (['get', 'post'] as const).map((method): Endpoint => ({ path, method, handler: notFound })),
      ),
    ],
  })),
})
