import type { ReactNode } from 'react'
import type { SiteSettings } from '../settings.ts'
import { stylePath } from '../style/siteStyle.ts'
import { DisplayForm } from './DisplayForm.tsx'
import { GovernmentMeta, type Article } from './GovernmentMeta.tsx'
import { SearchForm } from './SearchForm.tsx'

export interface PageProps {
  settings: SiteSettings
  title: string
  description: string
  /** Of this page, from the root: where the display form leads back to. */
  path: string
  /** ColumnName: the column of the website that the page belongs to. */
  column: string
  article?: Article
  /** The way here, from the home page. */
  trail?: readonly { name: string; path: string }[]
  /** Atom feed. */
  feed?: string
  /** What was searched for. */
  q?: string
  /** Not to be listed by search engines. */
  hidden?: boolean
  children: ReactNode
}

/** A whole document around what a page has to say. */
export function Page(props: PageProps) {
  const { settings, title, description, path, trail, feed, q, hidden, children } = props
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === settings.name ? title : `${title}_${settings.name}`}</title>
        <GovernmentMeta {...props} />
        <meta name="Description" content={description} />
        {hidden && <meta name="robots" content="noindex" />}
        <link rel="icon" type="image/svg+xml" href="/assets/icon.svg" />
        <link rel="stylesheet" href={stylePath} />
        <link rel="stylesheet" href="/assets/display.css" />
        {feed && (
          <link rel="alternate" type="application/atom+xml" title={feedTitle(props)} href={feed} />
        )}
      </head>
      <body>
        <a className="skip" href="#content">
          跳到正文
        </a>
        <header className="masthead">
          <div className="wide">
            <a className="brand" href="/">
              {settings.name}
            </a>
            <SearchForm q={q} />
            <DisplayForm path={path} />
          </div>
        </header>
        {trail && <Trail steps={trail} title={title} />}
        <main id="content" className="wide" tabIndex={-1}>
          {children}
        </main>
        <Footer settings={settings} feed={feed} />
      </body>
    </html>
  )
}

/** A report's page offers the feed of its organ. */
const feedTitle = ({ article, title }: PageProps): string => `${article?.source ?? title}：更新`

function Trail({
  steps,
  title,
}: {
  steps: readonly { name: string; path: string }[]
  title: string
}) {
  return (
    <nav className="trail wide" aria-label="当前位置">
      <ol>
        {[{ name: '首页', path: '/' }, ...steps].map((step) => (
          <li key={step.path}>
            <a href={step.path}>{step.name}</a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  )
}

/** With what the guidelines for government websites (国办发〔2017〕47号) want at the foot of each page. */
function Footer({ settings, feed }: { settings: SiteSettings; feed?: string }) {
  const { name, sponsor, contact, idCode, icp, securityRecord } = settings
  return (
    <footer className="footer">
      <div className="wide">
        <p>{name}</p>
        {(sponsor || contact) && (
          <p>
            {sponsor && <span>主办单位：{sponsor}</span>}
            {contact && <span>联系方式：{contact}</span>}
          </p>
        )}
        <p>
          {idCode && <span>网站标识码：{idCode}</span>}
          {icp && <a href="https://beian.miit.gov.cn/">{icp}</a>}
          {securityRecord && <span>{securityRecord}</span>}
          {feed && (
            <a href={feed} type="application/atom+xml">
              订阅更新（Atom）
            </a>
          )}
        </p>
        <p>本网站不使用脚本，不记录访问者。</p>
      </div>
    </footer>
  )
}
