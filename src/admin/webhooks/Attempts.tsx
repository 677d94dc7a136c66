import type { Attempt } from '../../webhooks/send.ts'
import { formatTimeToTheSecond } from '../time.ts'

/** Each try of a notice, the last one first. */
export function Attempts({ attempts }: { attempts: readonly Attempt[] }) {
  if (attempts.length === 0) return <p className="gongkai-muted">还没有尝试发送。</p>
  return (
    <div className="gongkai-webhooks__scroll" tabIndex={0}>
      <table className="gongkai-webhooks__table">
        <caption>每次尝试</caption>
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">结果</th>
            <th scope="col">用时</th>
            <th scope="col">对方的应答</th>
          </tr>
        </thead>
        <tbody>
          {[...attempts].reverse().map((attempt) => (
            <Row key={attempt.at} attempt={attempt} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Row = ({ attempt: { at, status, error, durationMs, excerpt } }: { attempt: Attempt }) => (
  <tr>
    <td>{formatTimeToTheSecond(at)}</td>
    <td className={error ? 'gongkai-webhooks__wrong' : 'gongkai-webhooks__right'}>
      {error ?? `成功（HTTP ${status}）`}
    </td>
    <td>{durationMs} 毫秒</td>
    <td className="gongkai-webhooks__excerpt">{excerpt ?? '（无内容）'}</td>
  </tr>
)
