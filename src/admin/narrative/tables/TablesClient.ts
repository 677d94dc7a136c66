'use client'
import {
  slashMenuBasicGroupWithItems,
  TableFeatureClient,
  toolbarAddDropdownGroupWithItems,
} from '@payloadcms/richtext-lexical/client'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import { InsertTablePlugin, OPEN_TABLE_DRAWER } from './InsertTablePlugin.tsx'
import { TableIcon } from './TableIcon.tsx'
import { TableMenuPlugin } from './TableMenuPlugin.tsx'

const entry = {
  key: 'table',
  label: '表格',
  onSelect: ({ editor }: { editor: LexicalEditor }) => {
    editor.dispatchCommand(OPEN_TABLE_DRAWER, undefined)
  },
}

/** Payload's tables, with menus in Chinese that offer only what is published. */
export const TablesClient: typeof TableFeatureClient = (props) => {
  const stock = TableFeatureClient(props)
  return {
    ...stock,
    feature: {
      ...(typeof stock.feature === 'function' ? {} : stock.feature),
      plugins: [
        { Component: InsertTablePlugin, position: 'normal' },
        { Component: TableMenuPlugin, position: 'floatingAnchorElem' },
      ],
      slashMenu: {
        groups: [
          slashMenuBasicGroupWithItems([{ ...entry, Icon: TableIcon, keywords: ['table', 'bg'] }]),
        ],
      },
      toolbarFixed: {
        groups: [toolbarAddDropdownGroupWithItems([{ ...entry, ChildComponent: TableIcon }])],
      },
    },
  }
}
