import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const CAMPAIGN = '../../packages/policy-files/campaign/'

/** Runs a campaign of the definitions in a process of its own; its lines go where those of the bench go. */
export function runCampaign(name: 'simulate-cases' | 'kill-mutants', args: readonly string[]): void {
  const script = fileURLToPath(new URL(`${CAMPAIGN}${name}.ts`, import.meta.url))
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${name} ended with ${status}`)
}
