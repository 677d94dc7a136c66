import { spawn } from 'node:child_process'

/**
 * Runs a program to its end.
 * @param input for its standard input
 * @param env on top of ours
 * @returns what it printed
 * @throws with all that it printed when it fails
 */
export function outputOf(
  command: string,
  args: string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    const chunks: Buffer[] = []
    const errors: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      const output = Buffer.concat(chunks).toString('utf8')
      if (code === 0) resolve(output)
      else {
        const all = `${command} ended with ${code}\n${output}${String(Buffer.concat(errors))}`
        reject(new Error(all))
      }
    })
    child.stdin.end(input)
  })
}
