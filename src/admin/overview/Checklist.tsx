'use client'
import { Button } from '@payloadcms/ui'
import { missingFor, type Requirement } from '../../desk/readiness.ts'
import { goTo } from '../desk/navigation.ts'

/** What the report still wants before it can be submitted, each with the way there. */
export function Checklist({ requirements }: { requirements: readonly Requirement[] }) {
  const missing = missingFor('submit', requirements).length
  return (
    <section
      id="overview-checklist"
      tabIndex={-1}
      className="gongkai-card gongkai-checklist"
      aria-label="送审清单"
    >
      <h3>{missing > 0 ? `距送审还差 ${missing} 项` : '内容齐备，可以送审'}</h3>
      <ul>
        {requirements.map((requirement) => (
          <Item key={requirement.key} requirement={requirement} />
        ))}
      </ul>
    </section>
  )
}

const marks = {
  met: { sign: '✓', word: '已完成' },
  missing: { sign: '✗', word: '待完成' },
  advice: { sign: '○', word: '建议' },
} as const

function Item({ requirement: { label, met, detail, bars, where } }: { requirement: Requirement }) {
  const kind = met ? 'met' : bars === 'nothing' ? 'advice' : 'missing'
  const { sign, word } = marks[kind]
  return (
    <li className={`gongkai-checklist__item gongkai-checklist__item--${kind}`}>
      <span className="gongkai-checklist__mark">
        <span aria-hidden="true">{sign}</span> {word}
      </span>
      <span>{met ? label : (detail ?? label)}</span>
      {!met && (
        <Button
          size="xsmall"
          margin={false}
          buttonStyle="secondary"
          aria-label={`去完成：${label}`}
          onClick={() => goTo(where)}
        >
          去完成
        </Button>
      )}
    </li>
  )
}
