import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Platform, startPlatform } from './platform.ts'
import type { Demo } from './demo.ts'

declare module 'vitest' {
  interface ProvidedContext {
    address: string
    demo: Demo
    /** Pictures for the documentation are wanted. */
    portraits: boolean
    /** Folder in which the sessions of demo accounts are kept for the next journey: a phone gets few codes an hour. */
    sessions: string
  }
}

let platform: Platform | undefined
const sessions = mkdtempSync(join(tmpdir(), 'renshu-sessions-'))

/** Starts the platform over an empty folder for all journeys. */
export async function setup({ provide }: TestProject): Promise<void> {
  platform = await startPlatform()
  provide('address', platform.address)
  provide('demo', platform.demo)
  provide('sessions', sessions)
  provide('portraits', process.env['PORTRAITS'] === 'on')
}

export async function teardown(): Promise<void> {
  await platform?.stop()
  rmSync(sessions, { recursive: true, force: true })
}
