'use client'
import { INSERT_TABLE_COMMAND, type InsertTableCommandPayload } from '@lexical/table'
import {
  FieldsDrawer,
  useEditorConfigContext,
  useLexicalDrawer,
} from '@payloadcms/richtext-lexical/client'
import {
  COMMAND_PRIORITY_EDITOR,
  createCommand,
  type LexicalCommand,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { TablePlugin } from '@payloadcms/richtext-lexical/lexical/react/LexicalTablePlugin'
import { formatDrawerSlug, useEditDepth } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { useWhenDrawerCloses } from '../useWhenDrawerCloses.ts'

export const OPEN_TABLE_DRAWER: LexicalCommand<void> = createCommand('OPEN_TABLE_DRAWER')

/** Asks how large a new table is to be, and makes tables work in the editor. */
export function InsertTablePlugin() {
  const [editor] = useLexicalComposerContext()
  const {
    fieldProps: { schemaPath },
    uuid,
  } = useEditorConfigContext()
  const depth = useEditDepth()
  const drawerSlug = formatDrawerSlug({ slug: `lexical-table-create-${uuid}`, depth })
  const { toggleDrawer } = useLexicalDrawer(drawerSlug, true)

  const asked = useRef<InsertTableCommandPayload>(undefined)
  // Not before the drawer has put the caret back where it was: it belongs into the new table.
  useWhenDrawerCloses(drawerSlug, () => {
    if (asked.current) editor.dispatchCommand(INSERT_TABLE_COMMAND, asked.current)
    asked.current = undefined
  })

  useEffect(() => {
    const open = () => {
      toggleDrawer()
      return true
    }
    return editor.registerCommand(OPEN_TABLE_DRAWER, open, COMMAND_PRIORITY_EDITOR)
  }, [editor, toggleDrawer])

  return (
    <>
      <FieldsDrawer
        drawerSlug={drawerSlug}
        drawerTitle="插入表格"
        featureKey="experimental_table"
        schemaPath={schemaPath}
        schemaPathSuffix="fields"
        handleDrawerSubmit={(_, { rows, columns }) => {
          if (rows && columns) asked.current = { rows: String(rows), columns: String(columns) }
        }}
      />
      <TablePlugin hasCellBackgroundColor={false} hasCellMerge hasHorizontalScroll />
    </>
  )
}
