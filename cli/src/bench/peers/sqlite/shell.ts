import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { PeerFailed } from '../peer.ts'
import { findSqlite } from '../programs.ts'
import { makeTemporaryFolder } from '@renshu/temporary-postgres'

/** One `sqlite3` program with a database of its own that answers statement after statement. */
export type SqliteShell = {
  /** One question at a time. @returns the lines of the answer. @throws PeerFailed with what the program said. */
  run: (sql: string) => Promise<string[]>
  /** Ends the program and takes the database away. */
  end: () => Promise<void>
}

/** Printed after each answer; no answer holds it, because answers are numbers and quoted texts. */
const END = '-- end of answer --'

/** @throws PeerMissing when the program is not installed. */
export async function openShell(): Promise<SqliteShell> {
  const program = findSqlite()
  const folder = makeTemporaryFolder({}, () => child.kill('SIGKILL'))
  const options = ['-batch', '-init', '/dev/null', '-list', '-noheader', 'talents.db']
  const child = spawn(program, options, { cwd: folder.path, stdio: ['pipe', 'pipe', 'pipe'] })
  const isGone = once(child, 'exit')
  // An end that nobody waits for yet is told by the question that meets it.
  isGone.catch(() => undefined)
  child.stdin.on('error', () => undefined)
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  child.stdout.setEncoding('utf8')
  return {
    run: async (sql) => {
      child.stdin.write(`${sql}\n.print ${END}\n`)
      const said = await Promise.race([readAnswer(child.stdout), isGone.then(() => undefined)])
      // A complaint comes before the end of the answer, but by another pipe.
      await turn()
      if (complaints !== '' || said === undefined) throw new PeerFailed('sqlite3', complaints || 'it has ended')
      return said.split('\n').slice(0, -1)
    },
    end: async () => {
      child.stdin.end()
      await isGone
      folder.remove()
    },
  }
}

function readAnswer(output: NodeJS.ReadableStream): Promise<string> {
  let said = ''
  return new Promise((resolve) => {
    const listen = (text: string) => {
      said += text
      if (!said.endsWith(`${END}\n`)) return
      output.removeListener('data', listen)
      resolve(said.slice(0, -END.length - 1))
    }
    output.on('data', listen)
  })
}
