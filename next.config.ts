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

const withAdmin = withPayload(config, { devBundleServerPackages: false })

/** Payload's headers (hints of the colour scheme, and Vary for them) are the admin's alone. */
const headers: NextConfig['headers'] = async () =>
  ((await withAdmin.headers?.()) ?? []).map((entry) => ({ ...entry, source: '/admin/:path*' }))

export default { ...withAdmin, headers }
