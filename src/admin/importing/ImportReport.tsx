'use client'
import { Button, useAuth, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useRef } from 'react'
import type { User } from '../../payload-types.ts'
import { acceptedTypes } from './chosenFile.ts'
import { ImportChoice } from './ImportChoice.tsx'
import { ImportResult } from './ImportResult.tsx'
import { Problem } from './Problem.tsx'
import { useFileDrop } from './useFileDrop.ts'
import { useImport } from './useImport.ts'
import './importing.css'

/** Above the list of reports: reads a file, shows what is in it, and takes what is chosen of it. */
export function ImportReport() {
  const { user } = useAuth<User>()
  const roles: readonly string[] = user?.roles ?? []
  const mayImport = ['editor', 'reviewer', 'administrator'].some((role) => roles.includes(role))
  return mayImport ? <Import /> : null
}

function Import() {
  const { routes } = useConfig().config
  const router = useRouter()
  const { step, problem, read, choose, store, cancel } = useImport(routes.api, () =>
    router.refresh(),
  )
  const isOver = useFileDrop((files) => void read(files))
  const chooser = useRef<HTMLInputElement>(null)
  const opener = useRef<HTMLDivElement>(null)

  const close = () => {
    cancel()
    opener.current?.querySelector('button')?.focus()
  }
  return (
    <section className="gongkai-import" aria-label="导入报告">
      <div ref={opener} className="gongkai-import__bar">
        <Button
          id="gongkai-import"
          size="small"
          margin={false}
          buttonStyle="secondary"
          // Not disabled meanwhile: it would lose the focus.
          onClick={() => step.name !== 'reading' && chooser.current?.click()}
        >
          导入报告：选择文件…
        </Button>
        <span>或把报告文件（.txt、.html）拖放到本页任意处；先看读取结果，确认之后才会保存</span>
        <input
          ref={chooser}
          hidden
          type="file"
          accept={acceptedTypes}
          aria-label="报告文件"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            // The same file may be chosen again after it was mended.
            event.target.value = ''
            if (files.length > 0) void read(files)
          }}
        />
      </div>
      {step.name === 'reading' && <p role="status">正在读取“{step.file.name}”…</p>}
      {step.name !== 'choosing' && <Problem message={problem} />}
      {step.name === 'choosing' && (
        <ImportChoice
          key={step.file.name}
          step={step}
          problem={problem}
          onChange={choose}
          onStore={() => void store()}
          onCancel={close}
        />
      )}
      {step.name === 'done' && <ImportResult admin={routes.admin} step={step} onClose={close} />}
      {isOver && (
        <div className="gongkai-import__drop" aria-hidden="true">
          松开鼠标，读取这个文件（不会立即保存）
        </div>
      )}
    </section>
  )
}
