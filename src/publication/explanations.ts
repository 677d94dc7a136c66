import type { PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import type { Report } from '../payload-types.ts'
import type { Finding, Reconciliation } from '../reconciliation/types.ts'
import type { ReportContent } from './types.ts'

type Explanation = ReportContent['reconciliation']['acknowledged'][number]

/**
 * The warnings that a person explained, as the public may know them: what and why, not which clerk;
 * and no figure of last year's report unless that report is public as it stands.
 */
export async function explanationsOf(
  req: PayloadRequest,
  report: Report,
  { findings }: Reconciliation,
): Promise<Explanation[]> {
  const explained = findings.filter(({ acknowledged }) => acknowledged)
  const quotesLastYear = explained.some(isAcrossYears)
  const mayQuote = !quotesLastYear || (await lastYearIsPublic(req, report))
  return explained.map((finding) => {
    const { rule, message, cells, expected, actual, acknowledged } = finding
    const explanation = {
      rule,
      message,
      cells,
      expected,
      actual,
      acknowledged: { at: acknowledged?.at ?? '', reason: acknowledged?.reason ?? '' },
    }
    return isAcrossYears(finding) && !mayQuote
      ? { ...explanation, message: '与上一年度报告的数据不一致，已作说明', expected: null }
      : explanation
  })
}

const isAcrossYears = ({ rule }: Finding): boolean => rule.startsWith('crossYear.')

/** Under correction its figures on the desk are not those that are public. */
async function lastYearIsPublic(req: PayloadRequest, report: Report): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'reports',
    where: {
      and: [
        { organization: { equals: idOf(report.organization) } },
        { year: { equals: report.year - 1 } },
        { stage: { equals: 'published' } },
      ],
    },
    req,
  })
  return totalDocs > 0
}
