/** What a person dropped or chose: one file that may hold a report, or why not. */
export type Chosen = { file: File } | { problem: string }

const largestFile = 20 * 1024 * 1024
export const acceptedTypes = '.txt,.html,.htm'

/** @returns the one file; a problem in Chinese for none, for several and for what cannot be read */
export function chosenFile(files: readonly File[]): Chosen {
  const [file] = files
  if (!file) return { problem: '没有收到文件。请拖放一个报告文件，或点“选择文件”。' }
  if (files.length > 1) {
    return { problem: `一次只能导入一个文件，收到了 ${files.length} 个。请逐个导入。` }
  }
  if (!/\.(txt|x?html?)$/i.test(file.name)) {
    return { problem: `“${file.name}”不是文本（.txt）或网页（.html）文件，请另存后再导入。` }
  }
  if (file.size === 0) return { problem: `“${file.name}”是空文件。` }
  if (file.size > largestFile) {
    return { problem: `“${file.name}”超过 20 MB，请检查是不是选错了文件。` }
  }
  return { file }
}
