'use client'
import { useConfig, useStepNav } from '@payloadcms/ui'
import { useEffect } from 'react'

/** The way here, at the top of the page. */
export function Trail({ title }: { title?: string }) {
  const { setStepNav } = useStepNav()
  const { admin } = useConfig().config.routes
  useEffect(() => {
    const articles = { label: '公众号文章', url: `${admin}/articles` }
    setStepNav(title ? [articles, { label: title }] : [articles])
  }, [setStepNav, admin, title])
  return null
}
