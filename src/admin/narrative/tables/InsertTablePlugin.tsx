'use client'
import { INSERT_TABLE_COMMAND } from '@lexical/table'
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
import { useEffect } from 'react'

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
          if (!rows || !columns) return
          editor.dispatchCommand(INSERT_TABLE_COMMAND, {
            rows: String(rows),
            columns: String(columns),
          })
        }}
      />
      <TablePlugin hasCellBackgroundColor={false} hasCellMerge hasHorizontalScroll />
    </>
  )
}
