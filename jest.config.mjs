const mongo = process.env.TEST_MONGODB_URI

/** @type {import('jest').Config} */
const base = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testPathIgnorePatterns: ['/(oneWriter|backupBetween)\\.test\\.ts$'], // of MongoDB alone
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

/** Where there is a MongoDB, what is stored and served is tried on both databases. */
export default mongo
  ? {
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
  : { ...base, testTimeout: 60_000 }
