import { inWords } from '../figures/inWords.ts'
import { topFigures } from '../figures/topFigures.ts'
import { ApplicantPicture, ChannelPicture, OutcomePicture } from '../pictures/YearPictures.tsx'
import { TrendPicture } from '../pictures/TrendPicture.tsx'
import { KeyFigures } from './KeyFigures.tsx'
import { yearBefore, type ReportModel } from './ReportModel.ts'

/** People look at pictures before they read tables: the year in figures, words and charts. */
export function Overview(model: ReportModel) {
  const { report, years } = model
  const before = yearBefore(model)
  const values = before && new Map(topFigures(before).map(({ key, value }) => [key, value]))
  const trend = { contents: years, year: report.year }
  return (
    <section className="overview" id="overview" aria-labelledby="overview-head">
      <h2 id="overview-head">一图读懂</h2>
      <KeyFigures figures={topFigures(report)} before={values} />
      <div className="plain-words">
        {inWords(report, before).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div className="pictures">
        <OutcomePicture content={report} />
        <ApplicantPicture content={report} />
        <ChannelPicture content={report} />
        <TrendPicture {...trend} figure="disclosed" title="历年主动公开政府信息" unit="条" />
        <TrendPicture {...trend} figure="received" title="历年新收申请" unit="件" />
      </div>
    </section>
  )
}
