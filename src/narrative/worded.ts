import type { FeatureProviderServer } from '@payloadcms/richtext-lexical'
import type { GenericTranslationsObject } from '@payloadcms/translations'

type Provider<Given, Kept, Client> = FeatureProviderServer<Given, Kept, Client>
type Feature<Given, Kept, Client> = Provider<Given, Kept, Client>['feature']
type Arguments = Parameters<
  Extract<Feature<unknown, unknown, unknown>, (...args: never[]) => unknown>
>[0]

/** The feature behind its provider, which may have to look at the configuration first. */
export const resolveFeature = async <Given, Kept, Client>(
  { feature }: Provider<Given, Kept, Client>,
  args: Arguments,
) => (typeof feature === 'function' ? feature(args) : feature)

/**
 * A feature of Payload's editor with some of its Chinese words replaced: the configuration's own
 * translations give way to those of features.
 * @param zh by the feature's keys, such as `label`
 */
export const worded = <Given, Kept, Client>(
  provider: Provider<Given, Kept, Client>,
  zh: GenericTranslationsObject,
): Provider<Given, Kept, Client> => ({
  ...provider,
  feature: async (args) => {
    const stock = await resolveFeature(provider, args)
    return { ...stock, i18n: { ...stock.i18n, zh: { ...stock.i18n?.zh, ...zh } } }
  },
})
