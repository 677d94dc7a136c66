'use client'
import {
  InlineBlockContainer,
  InlineBlockEditButton,
  InlineBlockRemoveButton,
} from '@payloadcms/richtext-lexical/client'
import { useLexicalEditable } from '@payloadcms/richtext-lexical/lexical/react/useLexicalEditable'
import { useFormFields } from '@payloadcms/ui'
import { formats } from '../../formats/index.ts'
import { figureLabel, formHasSource } from '../../narrative/figures.ts'
import { useFigureValue } from '../desk/figureValues.ts'
import { useGivenUpFigure } from './useGivenUpFigure.ts'
import { useReportId } from './useReportId.ts'
import './figures.css'

/** A figure in the text: the number that stands there now, and on demand what it is. */
export function FigureBlock() {
  const source = useFormFields(([fields]) => fields.source?.value as string | undefined) ?? ''
  const value = useFigureValue(source, useReportId())
  const label = labelOf(source)
  const isEditable = useLexicalEditable()
  useGivenUpFigure()
  return (
    <InlineBlockContainer>
      <span
        className={`gongkai-figure${source ? '' : ' gongkai-figure--unset'}`}
        role="group"
        aria-label={value === undefined ? label : `${label}：${value}`}
        title={label}
      >
        <span className="gongkai-figure__value">
          {source ? (value ?? label) : '〔请选择数据〕'}
        </span>
        {isEditable && (
          <>
            <InlineBlockEditButton />
            <InlineBlockRemoveButton />
          </>
        )}
      </span>
    </InlineBlockContainer>
  )
}

/** The labels hardly differ between forms, so the first form that has the cell will do. */
const labelOf = (source: string): string =>
  figureLabel(formats.find((format) => formHasSource(format, source)) ?? formats[0], source)
