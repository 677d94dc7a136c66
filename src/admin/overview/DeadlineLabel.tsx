import { dayInChinese, daysUntil, timeLeft, type Deadline } from '../../desk/deadlines.ts'

const soonDays = 14

/** The date and how far off it is, in words; late and soon differ by more than their colour. */
export function DeadlineLabel({ deadline }: { deadline: Deadline }) {
  const days = daysUntil(deadline.date)
  const tone = days < 0 ? 'late' : days <= soonDays ? 'soon' : 'far'
  return (
    <span className="gongkai-deadline">
      <time dateTime={deadline.date}>{dayInChinese(deadline.date)}</time>
      <span className={`gongkai-deadline__left gongkai-deadline__left--${tone}`}>
        {timeLeft(deadline)}
      </span>
    </span>
  )
}
