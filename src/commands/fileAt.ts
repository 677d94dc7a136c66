import path from 'node:path'

/** Files are named from where the command was called, which npm remembers. */
export const fileAt = (file: string): string =>
  path.resolve(process.env.INIT_CWD ?? process.cwd(), file)
