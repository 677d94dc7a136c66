import type { Endpoint } from 'payload'
import { draftImageEndpoint } from './draftImage.ts'
import { importEndpoint } from './import.ts'
import { importPreviewEndpoint } from './importPreview.ts'
import { presenceEndpoint } from './presence.ts'
import { previewEndpoint } from './preview.ts'
import { stateEndpoint } from './state.ts'
import { tablesEndpoints } from './tables.ts'
import { workflowEndpoints } from './verbs.ts'

export const endpoints: Endpoint[] = [
  importEndpoint,
  importPreviewEndpoint,
  previewEndpoint,
  draftImageEndpoint,
  stateEndpoint,
  presenceEndpoint,
  ...tablesEndpoints,
  ...workflowEndpoints,
]
