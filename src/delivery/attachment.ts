import { wellFormed } from '../publication/wellFormed.ts'

/**
 * The header by which a browser saves a file under a name of its own (RFC 6266): the readable name
 * in the form that carries any characters (RFC 8187), and a plain one for clients that know no other.
 * @param plain of ASCII letters, digits, dots and hyphens
 * @param readable such as a title with an extension; what no file system takes is left out
 */
export const attachment = (plain: string, readable: string): { 'Content-Disposition': string } => ({
  'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded(readable)}`,
})

const longest = 120

const encoded = (name: string): string =>
  encodeURIComponent(fitting(name)).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** The extension stays, whatever the length of the name. */
function fitting(name: string): string {
  const [, stem = '', extension = ''] = /^([^]*?)(\.\w+)?$/.exec(wellFormed(name)) ?? []
  const letters = [...stem.replace(/[\u0000-\u001f\u007f\\/:*?"<>|]/g, '_')]
  return letters.slice(0, longest).join('') + extension
}
