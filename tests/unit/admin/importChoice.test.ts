import { describe, expect, it } from '@jest/globals'
import {
  firstChoice,
  missingIn,
  needsHold,
  offered,
  replacements,
  within,
} from '../../../src/admin/importing/choice.ts'
import { chosenFile } from '../../../src/admin/importing/chosenFile.ts'
import { blankTables } from '../../../src/formats/cells.ts'
import { formatOf } from '../../../src/formats/index.ts'
import type { ExistingReport, ImportPreview } from '../../../src/importing/previewImport.ts'
import { readReport } from '../../../src/importing/readReport.ts'
import { reconcile } from '../../../src/reconciliation/index.ts'
import { fixture } from '../../support/fixture.ts'

const text = fixture('importing/qinghe-2020.txt').toString('utf8')
const spoilt = text.replace(/(（七）总计\r?\n\t\s*)\d+/, '$199999')

function previewOf(file: string, existing: Partial<ExistingReport> | null = null): ImportPreview {
  const { unread, ...read } = readReport({ name: 'a.txt', data: new TextEncoder().encode(file) })
  const format = formatOf(read.format)
  return {
    read: { ...read, cells: { read: 0, of: 0 } },
    organization: { id: 'town', name: '清河镇人民政府' },
    existing: existing && {
      ...{ id: 'report', stage: 'drafting', revision: 3, title: '', editable: true },
      ...{ format: '2019', tables: blankTables(format), holdReason: null },
      ...{ sections: [], channels: false, about: false },
      ...existing,
    },
    reconciliation: reconcile({ format, tables: read.tables }),
    unread,
  }
}

describe('a file that was dropped', () => {
  const file = (name: string, size = 10) => new File(['x'.repeat(size)], name)

  it.each<[string, File[], RegExp]>([
    ['none', [], /没有收到/],
    ['several', [file('a.txt'), file('b.txt')], /一次只能导入一个文件，收到了 2 个/],
    ['of another type', [file('report.docx')], /report\.docx.*另存/],
    ['without a type', [file('report')], /另存/],
    ['that is empty', [file('a.txt', 0)], /空文件/],
    ['that is too large', [file('a.html', 20 * 1024 * 1024 + 1)], /20 MB/],
  ])('is refused with a reason: %s', (_, files, reason) => {
    const chosen = chosenFile(files)
    expect('problem' in chosen ? chosen.problem : '').toMatch(reason)
  })

  it.each(['报告.TXT', 'a.html', 'a.htm', 'a.xhtml'])('is taken: %s', (name) => {
    expect(chosenFile([file(name)])).toHaveProperty('file')
  })
})

describe('the choice before an import', () => {
  it('begins with all that the file gives, and not with what it does not', () => {
    const { take, organization, year } = firstChoice(previewOf(text))
    expect([organization, year]).toEqual(['town', '2020'])
    expect(take.tables).toHaveLength(3)
    expect(take.sections).toEqual(['overview', 'problems', 'other'])
    const without = text.replace(
      /(四、政府信息公开行政复议、行政诉讼情况)[^]*?(?=五、存在)/,
      '$1\n',
    )
    expect(firstChoice(previewOf(without)).take.tables).toEqual(['disclosure', 'applications'])
  })

  it('offers no table whose form is not that of the report that is there', () => {
    expect(offered(previewOf(text, { format: '2021' })).tables).toEqual(['disputes'])
    expect(
      within(offered(previewOf(text)), offered(previewOf(text, { format: '2021' }))).tables,
    ).toEqual(['disputes'])
  })

  it('needs a reason only for tables that do not add up and are taken', () => {
    const preview = previewOf(spoilt)
    const { take } = firstChoice(preview)
    expect(needsHold(preview, take)).toBe(true)
    expect(needsHold(preview, { ...take, tables: ['disclosure', 'disputes'] })).toBe(false)
    expect(needsHold(previewOf(text), take)).toBe(false)
  })

  it('names what it would replace, and nothing that stays', () => {
    const { tables } = previewOf(text).read
    const penalty = { ...tables.disclosure.penalty, previousItems: 99_999 }
    const existing = {
      tables: { ...blankTables(formatOf('2019')), disclosure: { ...tables.disclosure, penalty } },
      sections: ['overview' as const],
      about: true,
    }
    const preview = previewOf(text, existing)
    expect(replacements(preview, firstChoice(preview).take)).toEqual([
      '主动公开表 1 格已填的数字',
      '“一、总体情况”的正文和小节',
      '引言、统计期限、联系方式和落款日期',
    ])
    const channels = { tables: [], sections: [], channels: true, about: false }
    expect(replacements(preview, channels)).toEqual([])
    expect(replacements(previewOf(text), firstChoice(preview).take)).toEqual([])
  })

  it.each<[string, ImportPreview, object, RegExp | undefined]>([
    ['nothing', previewOf(text), {}, undefined],
    ['an organ', previewOf(text), { organization: '' }, /请选择机关/],
    ['a year', previewOf(text), { year: '20' }, /四位数字/],
    ['any part', previewOf(text), { take: within(noParts(), noParts()) }, /至少选择/],
    ['the word to replace', previewOf(text, {}), {}, /确认并入/],
    ['nothing more after it', previewOf(text, {}), { replace: true }, undefined],
    ['another year', previewOf(text, { editable: false }), { replace: true }, /阶段不能导入/],
    ['a reason', previewOf(spoilt), { hold: ' ' }, /暂存的原因/],
    ['nothing with a reason', previewOf(spoilt), { hold: '原件如此' }, undefined],
  ])('says what is missing: %s', (_, preview, part, message) => {
    const missing = missingIn(preview, { ...firstChoice(preview), ...part })
    if (message) expect(missing).toMatch(message)
    else expect(missing).toBeUndefined()
  })

  function noParts() {
    return { tables: [], sections: [], channels: false, about: false }
  }
})
