import type { Endpoint } from 'payload'
import { importEndpoint } from './import.ts'
import { tablesEndpoints } from './tables.ts'
import { workflowEndpoints } from './verbs.ts'

export const endpoints: Endpoint[] = [importEndpoint, ...tablesEndpoints, ...workflowEndpoints]
