import { EXPERIMENTAL_TableFeature } from '@payloadcms/richtext-lexical'
import { sanitizeFields, type Config, type Field } from 'payload'
import { resolveFeature } from './worded.ts'

type Provider = ReturnType<typeof EXPERIMENTAL_TableFeature>

const size = (name: string, zh: string, en: string, defaultValue: number): Field => ({
  name,
  type: 'number',
  required: true,
  min: 1,
  max: 100,
  defaultValue,
  label: { zh, en },
})

const sizeFields = [size('rows', '行数', 'Rows', 3), size('columns', '列数', 'Columns', 3)]

/**
 * Payload's tables, whose words are English and fixed: the same nodes, with a client of ours that
 * speaks Chinese and offers only what is published.
 */
export function narrativeTables(): Provider {
  const provider = EXPERIMENTAL_TableFeature()
  return {
    ...provider,
    feature: async (args) => {
      const stock = await resolveFeature(provider, args)
      const fields = await sanitizeFields({
        // Payload's own features hand the sanitized config on as well.
        config: args.config as unknown as Config,
        fields: sizeFields,
        parentIsLocalized: args.parentIsLocalized ?? false,
        requireFieldLevelRichTextEditor: args.isRoot,
        validRelationships: [],
      })
      return {
        ...stock,
        ClientFeature: '/src/admin/narrative/tables/TablesClient.ts#TablesClient',
        generateSchemaMap: () => new Map([['fields', { fields }]]),
      }
    },
  }
}
