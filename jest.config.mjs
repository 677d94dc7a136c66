const mongo = process.env.TEST_MONGODB_URI

/** @type {import('jest').Config} */
const base = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testPathIgnorePatterns: ['/(oneWriter|backupBetween|replicaSet)\\.test\\.ts$'], // of MongoDB alone
  transformIgnorePatterns: ['/node_modules/'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, dynamicImport: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: { '^@payload-config$': '<rootDir>/payload.config.ts' },
}

/**
 * Modules that were loaded into a test's own context are never given back (--experimental-vm-modules),
 * so a process that has grown makes way for a new one between two files.
 */
const workerIdleMemoryLimit = '1GB'

/** Where there is a MongoDB, what is stored and served is tried on both databases. */
export default mongo
  ? {
      workerIdleMemoryLimit,
      testTimeout: 240_000, // FerretDB reads a whole collection for most of what it is asked
      projects: [
        { ...base, displayName: 'embedded' },
        {
          ...base,
          displayName: 'MongoDB',
          roots: ['<rootDir>/tests/integration', '<rootDir>/tests/faults'],
          testPathIgnorePatterns: ['/(sqlite|backupMemory)\\.test\\.ts$'],
          globals: { mongo },
        },
      ],
    }
  : { ...base, workerIdleMemoryLimit, testTimeout: 60_000 }
