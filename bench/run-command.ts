import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

export type Run = { seconds: number; peakMemoryMb: number; lines: number; megabytes: number; first: string }

/** Runs `renshu` as a user would and measures wall time, peak memory of the process, and what came out. */
export async function runRenshu(args: readonly string[]): Promise<Run> {
  const bin = fileURLToPath(new URL('../cli/bin/renshu.js', import.meta.url))
  const witness = new URL('peak-memory.mjs', import.meta.url).href
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', witness, bin, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  })
  const [output, peak] = await Promise.all([
    count(child.stdout!),
    read(child.stdio[3] as Readable),
    once(child, 'exit').then(([code]) => {
      if (code !== 0) throw new Error(`renshu ${args.join(' ')} ended with ${code}`)
    }),
  ])
  return {
    seconds: round((performance.now() - began) / 1000),
    peakMemoryMb: Math.round(Number(peak) / 1024),
    ...output,
  }
}

async function count(stream: Readable) {
  let [bytes, lines, first] = [0, 0, '']
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++
    if (bytes === chunk.length) first = chunk.toString('utf8').split('\n')[0]!
  }
  return { lines, megabytes: round(bytes / 1e6), first }
}

async function read(stream: Readable): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += String(chunk)
  return text
}

const round = (value: number): number => Math.round(value * 10) / 10
