import { at } from './patterns.ts'
import type { SubjectPattern } from './patterns.ts'

const documents = { topics: ['documents'] } as const
const paper = '(?:行政)?规范性文件'
const anyPaper = '(?:(?:行政)?规范性)?(?:文件)?'
const made = '(?:新增(?=(?:行政)?规范性文件)|制发|制定|制订|出台|印发|制作|颁布|新发布|发文)'
const ofSomethingElse = /备案|报备|修订|修改|解读|培训|审查|审核|评估|政策性文件|征求意见|宣传/

/** How the text speaks of 规范性文件 and 规章. */
export const documentPatterns: readonly SubjectPattern[] = [
  {
    subject: 'documents.repealed',
    pattern: at(`(?:废止|失效)(?:的)?${anyPaper}`),
    ...documents,
    not: /规章|备案|修改/u,
  },
  {
    subject: 'documents.inForce',
    pattern: at(
      `现行有效(?:的)?(?:[市县区镇乡]级|本级|政府|及?其?部门)*${anyPaper}|${paper}[^#]{0,12}(?<!继续)有效`,
    ),
    ...documents,
    not: /规章(?!规范|和|、|及|以及|行政)|废止/u,
  },
  {
    subject: 'documents.disclosed',
    pattern: at(`对外公开(?:的)?${anyPaper}总数?量?|${paper}对外公开总数?量?`),
    ...documents,
  },
  {
    subject: 'regulations.inForce',
    pattern: at('现行有效(?:的)?(?:政府|地方政府)?规章'),
    not: ofSomethingElse,
  },
  {
    subject: 'regulations.repealed',
    pattern: at('废止(?:的)?(?:政府)?规章'),
    not: ofSomethingElse,
  },
  {
    subject: 'regulations.issued',
    pattern: at(`${made}(?:的)?(?:政府|地方政府)?规章`),
    not: ofSomethingElse,
  },
  {
    subject: 'documents.issued',
    pattern: at(
      `${made}[^#]{0,12}${paper}|${paper}[^#]{0,8}${made}|制发|(?:新|本年度?|当年|今年)制定`,
    ),
    not: new RegExp(`规章|${ofSomethingElse.source}|废止|有效`, 'u'),
  },
]
