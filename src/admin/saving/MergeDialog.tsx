'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { useObservable } from '../desk/observable.ts'
import { Dialog } from '../dialog/Dialog.tsx'
import { formatShortTime } from '../time.ts'
import { questionAt, type Disagreement, type Question } from './merging.ts'
import './saving.css'

/** The merge view: what two people have changed differently, and which of the two each is to be. */
export function MergeDialog({ report }: { report: string }) {
  const question = useObservable(questionAt(report))
  return question && <Merge question={question} />
}

type Side = 'mine' | 'theirs'

function Merge({ question: { disagreements, answer } }: { question: Question }) {
  const id = useId()
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const [isEarly, setEarly] = useState(false)

  const open = disagreements.filter(({ key }) => !chosen[key]).length
  const chooseAll = (side: Side) =>
    setChosen(Object.fromEntries(disagreements.map(({ key }) => [key, side])))
  const confirm = () => {
    setEarly(open > 0)
    if (open === 0) {
      const mine = disagreements.filter(({ key }) => chosen[key] === 'mine')
      answer(new Set(mine.map(({ key }) => key)))
    }
  }

  return (
    <Dialog
      title={`有 ${disagreements.length} 处您和他人都改过，请逐一选定`}
      acceptLabel="按所选合并"
      cancelLabel="稍后再说"
      onAccept={confirm}
      onCancel={() => answer(undefined)}
    >
      <p>其余的修改不冲突，双方的都会保留。选定之前，您的修改不会丢失，也不会覆盖他人的。</p>
      <div className="gongkai-merge__buttons">
        <Button {...secondary} onClick={() => chooseAll('mine')}>
          全部用我的
        </Button>
        <Button {...secondary} onClick={() => chooseAll('theirs')}>
          全部用对方的
        </Button>
      </div>
      <table className="gongkai-merge">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">原值</th>
            <th scope="col">我的</th>
            <th scope="col">对方的</th>
          </tr>
        </thead>
        <tbody>
          {disagreements.map((disagreement) => (
            <Row
              key={disagreement.key}
              name={`${id}-${disagreement.key}`}
              disagreement={disagreement}
              chosen={chosen[disagreement.key]}
              onChoose={(side) => setChosen({ ...chosen, [disagreement.key]: side })}
            />
          ))}
        </tbody>
      </table>
      <p role="alert" className="gongkai-merge__early">
        {isEarly && open > 0 && `还有 ${open} 处没有选定`}
      </p>
    </Dialog>
  )
}

interface RowProps {
  name: string
  disagreement: Disagreement
  chosen: Side | undefined
  onChoose: (side: Side) => void
}

function Row({ name, disagreement, chosen, onChoose }: RowProps) {
  const { label, before, by } = disagreement
  const side = (one: Side, words: string) => (
    <label className="gongkai-merge__choice">
      <input
        type="radio"
        name={name}
        checked={chosen === one}
        aria-label={`${label}：${words} ${disagreement[one]}`}
        onChange={() => onChoose(one)}
      />
      <span>{disagreement[one]}</span>
    </label>
  )
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{before}</td>
      <td>{side('mine', '用我的')}</td>
      <td>
        {side('theirs', '用对方的')}
        {by && (
          <small>
            {by.name}，{formatShortTime(by.at)}
          </small>
        )}
      </td>
    </tr>
  )
}

const secondary = { size: 'small', margin: false, buttonStyle: 'secondary' } as const
