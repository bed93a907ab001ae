import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findPostgres } from '../programs.ts'
import { leftBehind } from '../testing/folders.ts'
import { isInstalled } from '../testing/installed.ts'
import { startCluster } from './cluster.ts'

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe.skipIf(!isInstalled(findPostgres))('a cluster', () => {
  test('listens on this machine only, lets nobody in without its password, and compares texts by characters', async () => {
    const { client, stop } = await startCluster()
    onTestFinished(stop)
    const { rows } = await client.query(`SELECT current_setting('listen_addresses') AS listen, 'Z' < 'a' AS is_plain`)
    expect(rows).toEqual([{ listen: '127.0.0.1', is_plain: true }])
    const stranger = new Client({
      host: '127.0.0.1',
      port: client.port,
      user: 'renshu',
      password: 'x',
      database: 'postgres',
    })
    await expect(stranger.connect()).rejects.toThrow('password')
  })

  test('is gone when it was stopped: server and folder', async () => {
    let pid = 0
    let stood: boolean[] = []
    const files = await leftBehind(async () => {
      const { client, folder, stop } = await startCluster()
      const { rows } = await client.query<{ pid: string }>(
        `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid`,
      )
      pid = Number(rows[0]!.pid)
      stood = [isRunning(pid), existsSync(folder)]
      await stop()
    })
    expect(stood).toEqual([true, true])
    expect([isRunning(pid), files]).toEqual([false, []])
  })

  test('is gone, too, when the process ends without stopping it', async () => {
    const code = `
      import { startCluster } from ${JSON.stringify(join(import.meta.dirname, 'cluster.ts'))}
      const { client, folder } = await startCluster()
      const { rows } = await client.query("SELECT pg_read_file('postmaster.pid') AS file")
      console.log(JSON.stringify({ folder, pid: Number(rows[0].file.split('\\n')[0]) }))
      process.exit(0)`
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      code,
    ])
    const { folder, pid } = JSON.parse(stdout) as { folder: string; pid: number }
    expect(pid).toBeGreaterThan(1)
    await expect.poll(() => isRunning(pid), { timeout: 20_000 }).toBe(false)
    expect(existsSync(folder)).toBe(false)
  })
})
