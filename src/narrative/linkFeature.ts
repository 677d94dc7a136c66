import { LinkFeature } from '@payloadcms/richtext-lexical'
import type { Field, FieldAffectingData } from 'payload'
import { linkProblem } from './checkRichText.ts'
import { resolveFeature } from './worded.ts'

type Provider = ReturnType<typeof LinkFeature>

const address: Field = {
  name: 'url',
  type: 'text',
  required: true,
  label: { zh: '网址', en: 'Address' },
  admin: { placeholder: 'https://' },
  validate: (value: unknown) => linkProblem(value) ?? true,
}

/**
 * Payload's links, to addresses only: what is asked of the person is what is published, and an
 * address that a save would refuse is refused where it is typed.
 */
export function narrativeLinks(): Provider {
  const provider = LinkFeature({
    enabledCollections: [],
    fields: ({ defaultFields }) => [...defaultFields.flatMap(kept), address],
  })
  return {
    ...provider,
    feature: async (args) => ({
      ...(await resolveFeature(provider, args)),
      ClientFeature: '/src/admin/narrative/links/LinksClient.ts#LinksClient',
    }),
  }
}

function kept(field: FieldAffectingData): Field[] {
  if (field.name === 'text') return [field as Field]
  // There is one kind to choose from.
  if (field.name === 'linkType') return [{ ...field, admin: { hidden: true } } as Field]
  return []
}
