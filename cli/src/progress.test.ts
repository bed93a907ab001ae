import { Writable } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { messagesIn } from './messages/index.ts'
import { drawBar, openProgress } from './progress.ts'
import type { Terminal } from './terminal.ts'

function terminalWith(isTTY: boolean) {
  const written: string[] = []
  const errors = Object.assign(
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        written.push(chunk.toString())
        done()
      },
    }),
    { isTTY, columns: 80 },
  )
  const terminal: Terminal = {
    input: process.stdin,
    output: errors,
    errors,
    language: 'zh',
    messages: messagesIn('zh'),
  }
  return { terminal, written }
}

test('a bar shows how far the work has come and never exceeds its ends', () => {
  expect(drawBar('读取', 0.5, 80)).toBe(`读取  ${'█'.repeat(12)}${'░'.repeat(12)}  50%`)
  expect(drawBar('读取', 1.5, 80)).toBe(`读取  ${'█'.repeat(24)} 100%`)
  expect(drawBar('读取 很长的文件名'.repeat(5), 0.07, 80)).toBe('7%')
})

test('nothing is drawn in a pipe, and on a terminal the bar is taken away at the end', () => {
  vi.useFakeTimers()
  const [pipe, screen] = [terminalWith(false), terminalWith(true)]
  for (const { terminal } of [pipe, screen]) {
    const progress = openProgress(terminal, '读取')
    vi.advanceTimersByTime(1000)
    progress.show(0.25)
    progress.clear()
  }
  vi.useRealTimers()
  expect(pipe.written).toEqual([])
  expect(screen.written[0]).toContain('25%')
  expect(screen.written.at(-1)).toBe('\r\u001b[2K')
})
