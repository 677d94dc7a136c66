'use client'
import { Banner, Button, useConfig, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { deskOf } from '../desk/deskOf.ts'
import { useObservable } from '../desk/observable.ts'
import { useUnsavedParts } from '../desk/SaveButton.tsx'
import { PreviewFrame } from './PreviewFrame.tsx'
import { useWhenSeen } from './useWhenSeen.ts'
import './preview.css'

/** The draft as the official document and as the phone article. */
export function Preview() {
  const { id } = useDocumentInfo()
  return id ? <ReportPreview key={id} report={String(id)} /> : null
}

function ReportPreview({ report }: { report: string }) {
  const { api } = useConfig().config.routes
  const { lastUpdateTime } = useDocumentInfo()
  const desk = deskOf(report)
  const saved = useObservable(desk.version)
  const formModified = useFormModified()
  const isUnsaved = useUnsavedParts(desk).length > 0 || formModified
  const [refreshed, setRefreshed] = useState(0)
  const place = useRef<HTMLElement>(null)
  const version = useWhenSeen(place, `${saved} ${lastUpdateTime} ${refreshed}`)
  const address = `${api}/reports/${report}/preview`

  return (
    <section ref={place} className="gongkai-preview" aria-label="预览">
      <div className="gongkai-preview__bar">
        <p role="status">
          {isUnsaved
            ? '有未保存的修改，预览显示的是已保存的内容。'
            : '预览显示的是已保存的内容，保存后自动更新。'}
        </p>
        <Button
          size="small"
          margin={false}
          buttonStyle="secondary"
          onClick={() => setRefreshed((times) => times + 1)}
        >
          刷新
        </Button>
      </div>
      {isUnsaved && <Banner type="info">保存之后，修改才会出现在下面的预览里。</Banner>}
      {version !== undefined && (
        <div className="gongkai-preview__views">
          <PreviewFrame
            kind="document"
            label="正式文本"
            address={`${address}?as=document`}
            version={version}
            mayPrint
          />
          <PreviewFrame
            kind="article"
            label="公众号文章（手机）"
            address={`${address}?as=article`}
            version={version}
          />
        </div>
      )}
    </section>
  )
}
