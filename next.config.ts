import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const config: NextConfig = {
  poweredByHeader: false,
  turbopack: { root: path.dirname(fileURLToPath(import.meta.url)) },
  // One copy of Payload in the process: errors are told apart by their class, and the server's own
  // Payload comes from node_modules. Bundled twice, field errors would lose their data.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-sqlite',
    '@payloadcms/db-mongodb',
    '@payloadcms/drizzle',
    '@payloadcms/graphql',
    // They find files of their own by where they are.
    'juice',
    'satori',
  ],
}

export default withPayload(config, { devBundleServerPackages: false })
