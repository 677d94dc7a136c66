'use client'
import { INSERT_INLINE_BLOCK_COMMAND } from '@payloadcms/richtext-lexical/client'
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'
import { Button } from '@payloadcms/ui'
import { figureBlock } from '../../narrative/figures.ts'

/** Puts a number of the tables where the caret is, and asks which. */
export function InsertFigure({ editor }: { editor: LexicalEditor | undefined }) {
  const insert = () =>
    editor?.update(() => {
      if (!$isRangeSelection($getSelection())) $getRoot().selectEnd()
      editor.dispatchCommand(INSERT_INLINE_BLOCK_COMMAND, { blockType: figureBlock })
    })
  return (
    <div className="gongkai-narrative__tools">
      <Button
        size="small"
        margin={false}
        buttonStyle="secondary"
        disabled={!editor}
        // The caret stays where it is.
        onMouseDown={(event) => event.preventDefault()}
        onClick={insert}
      >
        插入数据
      </Button>
      <span>在光标处插入表中的数字，表格改了，正文跟着变</span>
    </div>
  )
}
