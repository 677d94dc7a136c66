'use client'
import { Banner, Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { callApi, messageOf } from '../callApi.ts'

interface Props {
  kind: 'document' | 'article'
  label: string
  address: string
  /** Whatever changes when the page is to be read again. */
  version: string
  mayPrint?: boolean
}

/** One page of the preview, with what can be done with it. */
export function PreviewFrame({ kind, label, address, version, mayPrint = false }: Props) {
  const id = useId()
  const frame = useRef<HTMLIFrameElement>(null)
  const [loaded, setLoaded] = useState<{ version: string; error?: string }>()
  const isLoading = loaded?.version !== version
  const error = isLoading ? undefined : loaded?.error
  const asked = useRef(version)
  useEffect(() => {
    if (asked.current === version) return
    asked.current = version
    if (frame.current) reload(frame.current)
  }, [version])

  const onLoad = async () => {
    setLoaded({ version, error: await problemIn(frame.current, address) })
  }
  return (
    <section
      className={`gongkai-preview__view gongkai-preview__view--${kind}`}
      aria-labelledby={id}
    >
      <div className="gongkai-preview__bar">
        <h2 id={id}>{label}</h2>
        {mayPrint && (
          <Button
            size="xsmall"
            margin={false}
            buttonStyle="secondary"
            disabled={isLoading || Boolean(error)}
            onClick={() => frame.current?.contentWindow?.print()}
          >
            打印
          </Button>
        )}
        <Button
          el="anchor"
          url={address}
          newTab
          size="xsmall"
          margin={false}
          buttonStyle="secondary"
          aria-label={`在新窗口打开：${label}`}
        >
          在新窗口打开
        </Button>
      </div>
      {isLoading && <p role="status">正在生成预览…</p>}
      {error && (
        <div role="alert">
          <Banner type="error">{error}</Banner>
        </div>
      )}
      <div className="gongkai-preview__frame" hidden={Boolean(error)}>
        <iframe
          ref={frame}
          src={address}
          title={`预览：${label}`}
          aria-busy={isLoading}
          onLoad={() => void onLoad()}
        />
      </div>
    </section>
  )
}

/** Reads the page again, where it was scrolled to. */
function reload(frame: HTMLIFrameElement): void {
  try {
    frame.contentWindow?.location.reload()
  } catch {
    // The browser's own page for a server that does not answer is none of ours.
    frame.src = String(frame.src)
  }
}

/** A frame tells nothing of an answer's status, only what kind of page it holds. */
async function problemIn(
  frame: HTMLIFrameElement | null,
  address: string,
): Promise<string | undefined> {
  if (frame?.contentDocument?.contentType === 'text/html') return undefined
  try {
    await callApi<unknown>(address)
    return '预览没有读出来，请刷新'
  } catch (error) {
    return messageOf(error)
  }
}
