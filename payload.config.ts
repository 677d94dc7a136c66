import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import path from 'node:path'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { nobody } from './src/access/nobody.ts'
import { answerTrouble } from './src/availability/answerTrouble.ts'
import { ApiClients } from './src/collections/ApiClients.ts'
import { AuditEntries } from './src/collections/AuditEntries.ts'
import { Channels } from './src/collections/Channels.ts'
import { Media } from './src/collections/Media.ts'
import { Organizations } from './src/collections/Organizations.ts'
import { Publications } from './src/collections/Publications/index.ts'
import { PublishedImages } from './src/collections/PublishedImages.ts'
import { Receipts } from './src/collections/Receipts.ts'
import { Reports } from './src/collections/Reports/index.ts'
import { Sections } from './src/collections/Sections/index.ts'
import { TableRows } from './src/collections/TableRows.ts'
import { Users } from './src/collections/Users.ts'
import { WechatCalls } from './src/collections/WechatCalls.ts'
import { WechatDrafts } from './src/collections/WechatDrafts.ts'
import { WebhookDeliveries } from './src/collections/WebhookDeliveries/index.ts'
import { Webhooks } from './src/collections/Webhooks/index.ts'
import { withoutVersions } from './src/collections/withoutVersions.ts'
import { databaseAdapter, embeddedDatabase, isMongo } from './src/database.ts'
import { withoutMailServer } from './src/email.ts'
import { stringIds } from './src/mongo/stringIds.ts'
import { answerConflict } from './src/hooks/answerConflict.ts'
import { narrativeFeatures } from './src/narrative/editor.ts'
import { pushDraftTask } from './src/push/task.ts'
import { deliverWebhookTask } from './src/webhooks/task.ts'

// The bundled server runs from dist/, so the place of this file does not tell the root.
const root = process.env.APP_ROOT || process.cwd()

// Refusals are answers, not faults: they need no stack in the log.
const refusals = {
  APIError: 'info',
  RevisionConflict: 'info',
  StaleSave: 'info',
  WrongStage: 'info',
} as const

const database = process.env.DATABASE_URI || embeddedDatabase

export default buildConfig({
  secret: process.env.PAYLOAD_SECRET || '',
  db: databaseAdapter(database, root),
  collections: [
    Reports,
    Sections,
    TableRows,
    Channels,
    Publications,
    PublishedImages,
    Receipts,
    WechatDrafts,
    WechatCalls,
    Media,
    Organizations,
    Users,
    ApiClients,
    Webhooks,
    WebhookDeliveries,
    AuditEntries,
  ],
  plugins: [withoutVersions, ...(isMongo(database) ? [stringIds] : [])],
  editor: lexicalEditor({ features: narrativeFeatures }),
  i18n: {
    supportedLanguages: { zh, en },
    fallbackLanguage: 'zh',
    // All that is uploaded is pictures.
    translations: { zh: { fields: { swapUpload: '更换图片', removeUpload: '移除图片' } } },
  },
  admin: {
    user: 'users',
    avatar: 'default', // no request to an outside picture service
    dateFormat: 'yyyy年M月d日 HH:mm',
    toast: { position: 'top-center' }, // what is to be mended stands below, on either side
    meta: { titleSuffix: ' · 公开' },
    components: {
      beforeDashboard: ['/src/admin/dashboard/Dashboard.tsx#Dashboard'],
      afterNavLinks: ['/src/admin/articles/ArticlesLink.tsx#ArticlesLink'],
      views: {
        articles: {
          Component: '/src/admin/articles/ArticlesView.tsx#ArticlesView',
          path: '/articles',
          exact: true,
          meta: { title: '公众号文章' },
        },
        article: {
          Component: '/src/admin/articles/ArticleView.tsx#ArticleView',
          path: '/articles/:publication/:channel',
          exact: true,
          meta: { title: '公众号文章' },
        },
      },
      providers: ['/src/admin/accessibility/MendedControls.tsx#MendedControls'],
      graphics: { Logo: '/src/admin/brand/Logo.tsx#Logo', Icon: '/src/admin/brand/Icon.tsx#Icon' },
    },
    importMap: {
      baseDir: root,
      importMapFile: path.resolve(root, 'src/app/(payload)/admin/importMap.js'),
    },
  },
  hooks: { afterError: [answerConflict, answerTrouble] },
  // Run by the server alone (src/background.ts): Payload would let whoever has signed in.
  jobs: {
    tasks: [pushDraftTask, deliverWebhookTask],
    deleteJobOnComplete: true,
    access: { run: nobody, queue: nobody, cancel: nobody },
  },
  email: withoutMailServer,
  loggingLevels: refusals,
  // Records go to the error stream: what commands print stays clean.
  logger: {
    options: { level: process.env.LOG_LEVEL || 'warn' },
    destination: process.stderr,
  },
  sharp,
  telemetry: false,
  typescript: { autoGenerate: false, outputFile: path.resolve(root, 'src/payload-types.ts') },
})
