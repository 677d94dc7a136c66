import type { Topic } from './topics.ts'

/** How the text says in words that there was none, and of what. */
export interface Absence {
  readonly pattern: RegExp
  /** Keys of `subjects`, by the words of the match. */
  readonly subjectsOf: (words: string) => readonly string[]
  readonly says: string
  /** Where the words mean this; absent where they always do. */
  readonly topic?: Topic
}

const ends = '(?=[，。；、（）]|$)'
const no = '(?:未|没有|无|并未|尚未)'
const asker =
  '(?:任何|相关|有关|此类|公民|自然人|个人|群众|公众|社会|法人|其[他它]|组织|单位|企业|申请人|各类|书面|方面|要求|提出|提交|一[件例份]|和|或|者|及|与|、|的)*'
const made = '(?:新)?(?:制发|制定|制订|出台|印发|制作|发布|颁布)'
const request =
  '(?:依申请公开(?:申请|件|事项)?|(?:政府)?信息公开(?:的)?申请|申请公开)(?:件|总?数量?|情况|方面)?'
const dispute = '(?:行政)?(?:复议|诉讼)(?:案件|申请|案)?(?:数量?|情况)?'

const requests = (): string[] => ['newlyReceived']
const disputes = (words: string): string[] => [
  ...(/复议/u.test(words) ? ['review.total'] : []),
  ...(/诉讼/u.test(words) ? ['litigation.total'] : []),
]

export const absences: readonly Absence[] = [
  {
    pattern: new RegExp(
      `${no}(?:曾)?(?:收到|接到|受理|接收到?)${asker}申请(?:件|事项)?${ends}`,
      'gu',
    ),
    subjectsOf: requests,
    says: '所述未收到申请',
    topic: 'requests',
  },
  {
    pattern: new RegExp(`${request}(?:：|均?为|共)*(?:无|零|没有)${ends}`, 'gu'),
    subjectsOf: requests,
    says: '所述未收到申请',
  },
  {
    pattern: new RegExp(
      `${dispute}(?:(?:和|及|、|与)${dispute})?(?:：|均|都|为|共)*(?:无|零|没有)${ends}`,
      'gu',
    ),
    subjectsOf: disputes,
    says: '所述未发生',
  },
  {
    pattern: new RegExp(
      `${no}${made}(?:过|任何|新的?|政府)*(?:规章(?:和|、|及|或|与))?(?:行政)?规范性文件${ends}`,
      'gu',
    ),
    subjectsOf: (words) => [
      'documents.issued',
      ...(/规章/u.test(words) ? ['regulations.issued'] : []),
    ],
    says: '所述未制发规范性文件',
  },
  {
    pattern: new RegExp(`${no}(?:宣布|清理)?废止(?:的)?(?:行政)?规范性文件${ends}`, 'gu'),
    subjectsOf: () => ['documents.repealed'],
    says: '所述未废止规范性文件',
  },
  {
    pattern: new RegExp(`${no}(?:发生|需要?|申请)?结转(?:至|到|入)?(?:下|次|20\\d\\d)`, 'gu'),
    subjectsOf: () => ['carriedOut'],
    says: '所述无结转下年度',
    topic: 'requests',
  },
  {
    pattern: new RegExp(`${no}(?:上年|上一年|上年度|上一年度)结转`, 'gu'),
    subjectsOf: () => ['carriedIn'],
    says: '所述无上年结转',
    topic: 'requests',
  },
]
