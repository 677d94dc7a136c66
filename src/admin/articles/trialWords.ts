import type { DryRun } from '../../push/dryRun.ts'

/** What a push would do, line by line; what would make it fail comes first. */
export function trialWords(trial: DryRun): { problems: string[]; facts: string[] } {
  const { articles, images, cover, callsLeft, problems, warnings } = trial
  return {
    problems,
    facts: [
      ...articles.map(
        ({ title, characters, limit }) => `“${title}”：${characters} 个字符，须少于 ${limit}`,
      ),
      images.count > 0
        ? `需上传 ${images.count} 张图片，共 ${kilobytes(images.bytes)}`
        : '没有需要上传的图片',
      `封面 ${kilobytes(cover.bytes)}`,
      `今天还可以新增 ${callsLeft} 份草稿`,
      ...warnings.map(({ message }) => message),
    ],
  }
}

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} KB`
