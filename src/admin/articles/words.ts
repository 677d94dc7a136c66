import type { ArticleTask } from '../../desk/articleDesk.ts'

/** What stands in WeChat, in words. */
export function standingWords({ standing }: ArticleTask): string {
  if (!standing) return '未登记'
  const revision = `第 ${standing.revision} 版`
  if (standing.reason === 'corrected') return `${revision}，已过时（报告已更正）`
  if (standing.reason === 'withdrawn') return `${revision}，已过时（报告已撤回）`
  return `${revision}，现行`
}

interface Step {
  text: string
  /** Something wrong stands in public until it is done. */
  isUrgent: boolean
}

/** What the team has to do next. */
export function nextStep({ publication, standing, draft }: ArticleTask): Step {
  const isPublic = publication.state === 'current'
  if (!isPublic) {
    return standing
      ? { text: '在微信中删除旧文章，再登记删除', isUrgent: true }
      : { text: '报告已撤回，无须处理', isUrgent: false }
  }
  if (standing && !standing.stale) return { text: '已完成', isUrgent: false }
  const done = draft ? draftSteps[draft.state] : undefined
  const text = done ?? '复制或推送文章'
  return standing ? { text: `旧文章已过时：${text}`, isUrgent: true } : { text, isUrgent: false }
}

const draftSteps: Readonly<Record<NonNullable<ArticleTask['draft']>['state'], string>> = {
  queued: '正在推送到草稿箱',
  running: '正在推送到草稿箱',
  drafted: '在公众号后台发表，再登记链接',
  failed: '推送失败：查看原因',
}
