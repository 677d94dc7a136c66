'use client'
import { Link, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'

/** In the navigation: all that concerns articles is on one page. */
export function ArticlesLink() {
  const { admin } = useConfig().config.routes
  const href = `${admin}/articles`
  const isHere = usePathname()?.startsWith(href) ?? false
  return (
    <Link className="nav__link" href={href} aria-current={isHere ? 'page' : undefined}>
      {isHere && <div className="nav__link-indicator" />}
      <span className="nav__link-label">公众号文章</span>
    </Link>
  )
}
