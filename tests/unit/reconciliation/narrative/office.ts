import { formatOf } from '../../../../src/formats/index.ts'
import type { Format, TablesData } from '../../../../src/formats/types.ts'
import { reconcile } from '../../../../src/reconciliation/index.ts'
import type { Finding, ReconciliationInput } from '../../../../src/reconciliation/index.ts'
import { balancedTables, withCells } from '../../../support/balancedTables.ts'

/** An office that does not exist, with different numbers for different things. */

const form2021 = formatOf('2021')
const form2019 = formatOf('2019')
const singleOther = formatOf('2021-single-other')

const applicants = {
  received: [100, 12, 1, 2, 3, 2],
  carriedIn: [8],
  granted: [45, 5],
  partiallyGranted: [18, 2],
  refusedStateSecret: [1],
  refusedProhibitedByLaw: [2],
  refusedThirdPartyRights: [3, 1],
  refusedInternalAffairs: [3],
  refusedProcessInformation: [2],
  refusedEnforcementFiles: [5],
  refusedAdministrativeInquiry: [1],
  unavailableNotHeld: [9, 2, 1, 1, 1, 1],
  unavailableNeedsCreation: [2, 0, 0, 1, 1],
  unavailableUnclear: [0, 1],
  unprocessedComplaint: [3],
  unprocessedRepeat: [2],
  unprocessedExcessive: [0, 1],
  handledTotal: [101, 12, 1, 2, 3, 2],
  carriedOut: [7],
}
const threeOther = {
  otherNotCorrected: [1, 0, 0, 0, 1],
  otherFeeUnpaid: [1],
  otherRemaining: [3, 0, 0, 0, 0, 1],
}
const oneOther = { other: [5, 0, 0, 0, 1, 1] }
const columns = [
  'naturalPerson',
  'business',
  'researchInstitute',
  'publicWelfare',
  'legalService',
  'otherOrganization',
]

const rowsOf = (rows: Record<string, number[]>) =>
  Object.fromEntries(
    Object.entries(rows).flatMap(([row, values]) => [
      ...columns.map((column, index) => [`applications.${row}.${column}`, values[index] ?? 0]),
      [`applications.${row}.total`, values.reduce((sum, value) => sum + value, 0)],
    ]),
  ) as Record<string, number>

const disputes = {
  'disputes.reconsideration.upheld': 5,
  'disputes.reconsideration.corrected': 1,
  'disputes.reconsideration.otherOutcome': 2,
  'disputes.reconsideration.pending': 3,
  'disputes.reconsideration.total': 11,
  'disputes.litigationDirect.upheld': 2,
  'disputes.litigationDirect.otherOutcome': 1,
  'disputes.litigationDirect.pending': 1,
  'disputes.litigationDirect.total': 4,
  'disputes.litigationAfterReconsideration.upheld': 1,
  'disputes.litigationAfterReconsideration.pending': 1,
  'disputes.litigationAfterReconsideration.total': 2,
}

const tablesOf = (
  format: Format,
  other: Record<string, number[]>,
  disclosure: Record<string, number>,
) =>
  withCells(
    balancedTables(format, () => 0),
    { ...rowsOf({ ...applicants, ...other }), ...disputes, ...disclosure },
  )

const documents = {
  'disclosure.normativeDocuments.issued': 9,
  'disclosure.normativeDocuments.repealed': 4,
  'disclosure.normativeDocuments.inForce': 61,
  'disclosure.regulations.issued': 1,
  'disclosure.regulations.inForce': 12,
}

export const tables2021 = tablesOf(form2021, threeOther, documents)

const figures = {
  total: 1532,
  channels: [
    { name: '区政府门户网站', count: 986 },
    { name: '“临河发布”微信公众号', count: 420 },
    { name: '政务微博', count: 88 },
  ],
}

/** 96 received in the year before. */
const lastYear = {
  year: 2022,
  format: form2021,
  tables: withCells(
    balancedTables(form2021, () => 0),
    { 'applications.received.total': 96, 'applications.carriedIn.total': 4 },
  ),
}

export const office2021: ReconciliationInput = {
  format: form2021,
  year: 2023,
  tables: tables2021,
  disclosureFigures: figures,
  lastYear,
}

export const officeSingleOther: ReconciliationInput = {
  ...office2021,
  format: singleOther,
  tables: tablesOf(singleOther, oneOther, documents),
}

export const office2019: ReconciliationInput = {
  ...office2021,
  format: form2019,
  tables: tablesOf(form2019, oneOther, {
    'disclosure.normativeDocuments.newlyMade': 9,
    'disclosure.normativeDocuments.newlyDisclosed': 9,
    'disclosure.normativeDocuments.totalDisclosed': 61,
  }),
}

/** One that states no more than its text. */
export const untabled: ReconciliationInput = {
  ...office2021,
  tables: blankTablesOf(form2021),
  lastYear: undefined,
  disclosureFigures: undefined,
}

function blankTablesOf(format: Format): TablesData {
  const tables = balancedTables(format, () => 0)
  for (const rows of Object.values(tables)) {
    for (const cells of Object.values(rows)) for (const key of Object.keys(cells)) cells[key] = null
  }
  return tables
}

export const findingsOf = (
  input: ReconciliationInput,
  text: string,
  section:
    | 'overview'
    | 'preamble'
    | 'other'
    | 'problems'
    | 'disputes'
    | 'applications'
    | 'disclosure' = 'overview',
): Finding[] =>
  reconcile({ ...input, narrative: [{ id: 'p1', section, text }] }).findings.filter(({ rule }) =>
    rule.startsWith('narrative.'),
  )
