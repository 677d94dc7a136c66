import { wellFormed } from './wellFormed.ts'

/** What XML 1.0 cannot hold in any notation: most control characters and two non-characters. */
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Makes text fit for the files of office programs, which refuse a file over one such character. */
export const xmlText = (text: string): string => wellFormed(text).replace(impossible, '')
