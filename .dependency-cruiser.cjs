// Dependencies point inwards: what edits and delivers knows the domain, the domain knows nothing of
// them. See docs/adr/0001.
const folder = (...names) => `^src/(${names.join('|')})/`

const printed =
  '^src/importing/(expandTable|matchRows|plainText|readCell|readLabelledRows|recogniseTables)\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'formats-stand-alone',
      severity: 'error',
      from: { path: folder('formats') },
      to: { pathNot: folder('formats') },
    },
    {
      name: 'reconciliation-is-pure',
      comment: 'It runs in the browser too: no Payload, Next, Node or DOM.',
      severity: 'error',
      from: { path: folder('reconciliation') },
      to: { pathNot: folder('reconciliation', 'formats') },
    },
    {
      name: 'the-sheet-is-pure',
      comment:
        'It runs in the browser: no React, Payload, Next or Node. How printed cells and labels are read is one matter for files and for the clipboard.',
      severity: 'error',
      from: { path: folder('sheet') },
      to: {
        pathNot: [
          folder('sheet', 'formats', 'reconciliation'),
          '^src/publication/escapeHtml\\.ts$',
          printed,
          '^node_modules/(@types/)?papaparse/',
        ],
      },
    },
    {
      name: 'reading-print-is-pure',
      comment: 'The sheet uses it in the browser.',
      severity: 'error',
      from: { path: printed },
      to: {
        pathNot: [folder('formats', 'reconciliation'), printed],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'wechat-reads-publications',
      severity: 'error',
      from: { path: folder('wechat') },
      to: { path: '^src/', pathNot: folder('wechat', 'publication', 'formats', 'reconciliation') },
    },
    {
      name: 'the-client-of-wechat-is-pure',
      comment: 'It knows articles and limits; records, jobs and secrets are the matter of pushing.',
      severity: 'error',
      from: { path: '^src/wechat/api/' },
      to: { pathNot: '^src/wechat/' },
    },
    {
      name: 'pushing-is-used-and-does-not-use',
      severity: 'error',
      from: { path: folder('push') },
      to: {
        path: '^src/',
        pathNot: [
          folder('push', 'jobs', 'wechat', 'publication', 'desk', 'access'),
          '^src/(payload-types|environment)\\.ts$',
        ],
      },
    },
    {
      name: 'who-knows-pushing',
      comment: 'It is asked for through an endpoint, and run by the server.',
      severity: 'error',
      from: {
        path: '^(payload\\.config\\.ts|src/)',
        pathNot: [
          folder('push'),
          '^src/collections/Publications/articleEndpoints\\.ts$',
          '^src/background\\.ts$',
          '^payload\\.config\\.ts$',
        ],
      },
      to: { path: folder('push'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'jobs-know-no-work',
      comment: 'How records are worked on by one process at a time, whatever the work.',
      severity: 'error',
      from: { path: folder('jobs') },
      to: { path: '^src/', pathNot: [folder('jobs'), '^src/(payload-types|owner)\\.ts$'] },
    },
    {
      name: 'webhooks-are-used-and-do-not-use',
      severity: 'error',
      from: { path: folder('webhooks') },
      to: {
        path: '^src/',
        pathNot: [
          folder('webhooks', 'jobs', 'publication', 'desk', 'access'),
          '^src/(payload-types|environment)\\.ts$',
        ],
      },
    },
    {
      name: 'who-knows-webhooks',
      comment: 'The workflow tells them, endpoints have buttons for them, the server runs them.',
      severity: 'error',
      from: {
        path: '^(payload\\.config\\.ts|src/)',
        pathNot: [
          folder('webhooks'),
          '^src/workflow/(publish|withdraw)\\.ts$',
          '^src/collections/Webhook(s|Deliveries)/',
          '^src/hooks/beginWithSecret\\.ts$',
          '^src/background\\.ts$',
          '^payload\\.config\\.ts$',
        ],
      },
      to: { path: folder('webhooks'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-window-does-not-see-the-desk',
      comment: 'What is not published never leaves through the public API.',
      severity: 'error',
      from: { path: folder('delivery') },
      to: {
        path: folder(
          'desk',
          'workflow',
          'importing',
          'collections',
          'hooks',
          'admin',
          'app',
          'sample',
        ),
      },
    },
    {
      name: 'the-domain-does-not-know-its-users',
      severity: 'error',
      from: { path: folder('desk', 'publication', 'narrative') },
      to: {
        path: folder(
          'workflow',
          'importing',
          'delivery',
          'wechat',
          'push',
          'collections',
          'hooks',
          'admin',
          'app',
          'sample',
        ),
      },
    },
    {
      name: 'workflow-is-used-and-does-not-use',
      severity: 'error',
      from: { path: folder('workflow') },
      to: {
        path: folder(
          'importing',
          'delivery',
          'wechat',
          'push',
          'collections',
          'hooks',
          'admin',
          'app',
          'sample',
        ),
      },
    },
    {
      name: 'backups-copy-and-do-not-decide',
      comment: 'Documents go out and in as they are: no hook, no access, no rule of the desk.',
      severity: 'error',
      from: { path: folder('backup') },
      to: { path: '^src/', pathNot: folder('backup', 'publication', 'sqlite', 'mongo') },
    },
    {
      name: 'the-server-loads-the-admin-in-one-place',
      comment: 'A delivery process has no admin code in memory.',
      severity: 'error',
      from: {
        path: '^src/(server\\.ts$|server/|delivery/|publication/)',
        pathNot: '^src/server/adminApp\\.ts$',
      },
      to: { path: ['^src/(admin|app)/', '^node_modules/(next|react-dom|@payloadcms/next)/'] },
    },
    {
      name: 'the-website-reads-the-public-api',
      comment:
        'It sees what any front end sees. Of this project it uses the forms as data, and what draws a published table.',
      severity: 'error',
      from: { path: folder('site') },
      to: {
        pathNot: [
          folder('site', 'formats'),
          '^src/publication/(tableHtml|escapeHtml)\\.ts$',
          '^node_modules/(@types/)?(d3-scale|d3-shape|diff|lru-cache|react|react-dom)/',
        ],
        dependencyTypesNot: ['core', 'type-only'],
      },
    },
    {
      name: 'the-pages-of-the-website',
      comment: 'Handlers that hand over to src/site and know nothing else.',
      severity: 'error',
      from: { path: '^src/app/\\(site\\)/' },
      to: { pathNot: folder('site') },
    },
    {
      name: 'the-config-holds-no-components',
      comment: 'Components are named by their path, so that the server runs without React.',
      severity: 'error',
      from: { path: '^(payload\\.config\\.ts|src/(collections|hooks|access|desk|workflow)/)' },
      to: { path: folder('admin', 'app') },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
}
