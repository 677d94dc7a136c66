import { handleEndpoints, type SanitizedConfig } from 'payload'
import { runAnew } from '../../src/app/(payload)/api/runAnew.ts'

/** @returns what answers Payload's REST API as `/api` does, without a socket in between */
export function answering(config: SanitizedConfig): (request: Request) => Promise<Response> {
  const answer = runAnew((request: Request) => handleEndpoints({ config, request }))
  return (request) => answer(request, {})
}
