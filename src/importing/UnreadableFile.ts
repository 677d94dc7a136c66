/** A file that cannot be imported at all. The message is Chinese and meant for the editor. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}
