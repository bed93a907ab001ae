import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

export const BIN = resolve(import.meta.dirname, '../../bin/renshu.js')

export type Run = { code: number | null; output: string; errors: string }

/** Runs the command as a person does, in a process of its own. */
export const renshu = (words: string[], input = ''): Promise<Run> => run(process.execPath, [BIN, ...words], input)

/** Runs a line of the shell in which `$RENSHU` is the command. */
export const shell = (line: string): Promise<Run> =>
  run('bash', ['-c', `set -o pipefail; RENSHU="${process.execPath} ${BIN}"; ${line}`], '')

function run(command: string, words: string[], input: string): Promise<Run> {
  const child = spawn(command, words, { stdio: 'pipe' })
  const got: Run = { code: null, output: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (got.output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (got.errors += text))
  // A command that ends before it has read everything is what some tests are about.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return new Promise((done) => child.on('close', (code) => done({ ...got, code })))
}
