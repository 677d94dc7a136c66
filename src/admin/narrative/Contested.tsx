'use client'
import { Banner, Button } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { plainTextOf } from '../../narrative/plainText.ts'
import { formatTime } from '../time.ts'
import { applied, type Draft, type StoredSection } from './drafts/narrativeState.ts'
import type { NarrativeDesk } from './narrativeDesk.ts'

interface Props extends NarrativeDesk {
  section: StoredSection
  draft: Draft
}

/** Somebody else saved the section in between: the two side by side, and the choice. */
export function Contested({ section, draft, narrative, figure, open }: Props) {
  const { id, updatedAt } = section
  const choose = (choice: (section: string) => void) => () => {
    choice(id)
    open({ id, focus: 'text' })
  }
  return (
    <section className="gongkai-contested" aria-label="两份不同的正文">
      <div role="alert">
        <Banner type="error">
          这一节在您修改期间已被他人保存（{formatTime(updatedAt)}）。您写的没有丢失，请选用一份。
        </Banner>
      </div>
      <div className="gongkai-contested__columns">
        <Version title="我的（未保存）" section={applied(section, draft)} figure={figure}>
          <Button size="small" margin={false} onClick={choose(narrative.keepMine)}>
            用我的
          </Button>
        </Version>
        <Version title="对方的（已保存）" section={section} figure={figure}>
          <Button {...secondary} onClick={choose(narrative.discard)}>
            用对方的
          </Button>
        </Version>
      </div>
      <p>“用我的”在保存时替换对方的；可以先把对方的文字抄进下面的编辑器。</p>
    </section>
  )
}

/** Somebody else removed the sub-section while something of it was unsaved here. */
export function Gone({ section, draft, narrative, outline, open }: Props) {
  const part = outline.find((one) => one.part.id === section.parent)?.part
  const { heading, content } = applied(section, draft)
  const addAnew = async () => {
    if (!part) return
    const { id } = await narrative.add(part, { heading, content })
    narrative.discard(section.id)
    open({ id, focus: 'text' })
  }
  return (
    <section className="gongkai-contested" aria-label="已被删除的小节">
      <div role="alert">
        <Banner type="error">这个小节已被他人删除。您未保存的文字还在，可以重新添加。</Banner>
      </div>
      <div className="gongkai-narrative__buttons">
        <Button size="small" margin={false} disabled={!part} onClick={() => void addAnew()}>
          重新添加为小节
        </Button>
        <Button {...secondary} onClick={() => narrative.discard(section.id)}>
          放弃我的文字
        </Button>
      </div>
    </section>
  )
}

const secondary = { size: 'small', margin: false, buttonStyle: 'secondary' } as const

interface VersionProps extends Pick<NarrativeDesk, 'figure'> {
  title: string
  section: StoredSection
  children: ReactNode
}

const Version = ({ title, section: { heading, content }, figure, children }: VersionProps) => (
  <div className="gongkai-contested__version" role="group" aria-label={title}>
    <h4>{title}</h4>
    <p>
      <strong>{heading}</strong>
    </p>
    <div className="gongkai-contested__text">{plainTextOf(content, figure) || '（没有正文）'}</div>
    {children}
  </div>
)
