// npm run test:faults: the tests of faults and races in their long form, which takes about an hour.
process.env.FAULTS = 'long'
process.argv.splice(2, 0, '--runInBand', 'tests/faults/')
await import('./test.mjs')
