import { object, text, whole, instant, listOf } from './shapes.ts'

/** RFC 9457. */
export const problemSchema = object(
  {
    type: text(),
    title: text('错误的种类'),
    status: whole('HTTP 状态码'),
    detail: text('这次错误的说明'),
    instance: text('请求的地址'),
    parameter: text('有误的参数'),
    metrics: listOf(object({ metric: text(), label: text() }), '现有的指标'),
    organization: text('没有报告的机关'),
    withdrawnAt: instant('撤回时间'),
  },
  ['parameter', 'metrics', 'organization', 'withdrawnAt'],
)
