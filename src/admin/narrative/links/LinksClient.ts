'use client'
import { LinkFeatureClient } from '@payloadcms/richtext-lexical/client'
import { GivenUpLinksPlugin } from './GivenUpLinksPlugin.tsx'

/** Payload's links, less those that nobody finished. */
export const LinksClient: typeof LinkFeatureClient = (props) => {
  const { feature, ...stock } = LinkFeatureClient(props)
  return {
    ...stock,
    feature: (args) => {
      const links = typeof feature === 'function' ? feature(args) : feature
      const plugin = { Component: GivenUpLinksPlugin, position: 'normal' } as const
      return { ...links, plugins: [...(links.plugins ?? []), plugin] }
    },
  }
}
