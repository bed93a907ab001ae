import type { TestProject } from 'vitest/node'
import { type Platform, startPlatform } from './platform.ts'
import type { Demo } from './demo.ts'

declare module 'vitest' {
  interface ProvidedContext {
    address: string
    demo: Demo
    /** Pictures for the documentation are wanted. */
    portraits: boolean
  }
}

let platform: Platform | undefined

/** Starts the platform over an empty folder for all journeys. */
export async function setup({ provide }: TestProject): Promise<void> {
  platform = await startPlatform()
  provide('address', platform.address)
  provide('demo', platform.demo)
  provide('portraits', process.env['PORTRAITS'] === 'on')
}

export const teardown = async (): Promise<void> => platform?.stop()
