import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const proof = fileURLToPath(new URL('./wrongKeys.ts', import.meta.url))

function errorsIn(file: string): string[] {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    noUncheckedIndexedAccess: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    types: [],
  })
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

describe('a rule with a key that its form does not have', () => {
  it('does not compile', () => {
    expect(readFileSync(proof, 'utf8').match(/@ts-expect-error/g)).toHaveLength(5)
    expect(errorsIn(proof)).toEqual([])
  })
})
