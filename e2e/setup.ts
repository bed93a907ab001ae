import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Platform, startPlatform } from './platform.ts'
import type { Demo } from './demo.ts'

declare module 'vitest' {
  interface ProvidedContext {
    address: string
    /** Where the platform is asked to go on so many days later: `POST /8`. */
    timeMachine: string
    demo: Demo
    /** Pictures for the documentation are wanted. */
    portraits: boolean
    /** Folder in which the sessions of demo accounts are kept for the next journey: a phone gets few codes an hour. */
    sessions: string
  }
}

let platform: Platform | undefined
let timeMachine: Server | undefined
const sessions = mkdtempSync(join(tmpdir(), 'renshu-sessions-'))

/** Starts the platform over an empty folder for all journeys. */
export async function setup({ provide }: TestProject): Promise<void> {
  platform = await startPlatform()
  timeMachine = openTimeMachine(platform).listen(0, '127.0.0.1')
  await once(timeMachine, 'listening')
  provide('timeMachine', `http://127.0.0.1:${(timeMachine.address() as AddressInfo).port}`)
  provide('address', platform.address)
  provide('demo', platform.demo)
  provide('sessions', sessions)
  provide('portraits', process.env['PORTRAITS'] === 'on')
}

/** The journeys run in a process of their own; the platform belongs to this one. */
const openTimeMachine = ({ moveOn }: Platform): Server =>
  createServer((request, response) => {
    const days = Number(request.url?.slice(1))
    moveOn(days).then(
      () => response.end(),
      (error: Error) => response.writeHead(500).end(error.message),
    )
  })

export async function teardown(): Promise<void> {
  timeMachine?.close()
  await platform?.stop()
  rmSync(sessions, { recursive: true, force: true })
}
