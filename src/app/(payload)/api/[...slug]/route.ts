import config from '@payload-config'
import '@payloadcms/next/css'
import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes'
import { runAnew } from '../runAnew.ts'

export const GET = REST_GET(config)
export const POST = runAnew(REST_POST(config))
export const DELETE = runAnew(REST_DELETE(config))
export const PATCH = runAnew(REST_PATCH(config))
export const PUT = runAnew(REST_PUT(config))
export const OPTIONS = REST_OPTIONS(config)
