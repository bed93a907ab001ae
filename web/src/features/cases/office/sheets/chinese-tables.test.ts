import { beforeEach, describe, expect, it } from 'vitest'
import { ChineseTables } from './chinese-tables.ts'

const tables = new ChineseTables()
const read = async (filename: string) => new TextDecoder().decode(await tables.fetch({ filename }))

describe('tables for a PDF that does not bring its font', () => {
  beforeEach(() => {
    ChineseTables.asked = false
  })

  it('spell GBK in Unicode, also the last characters of its two bytes', async () => {
    const table = await read('GBK-EUC-H')
    // 医 and 费.
    expect(table).toContain(`<d2bd> ${'医'.charCodeAt(0)}`)
    expect(table).toContain(`<b7d1> ${'费'.charCodeAt(0)}`)
    expect(table).not.toContain('<d27f>')
  })

  it('leave Unicode as it is', async () => {
    expect(await read('UniGB-UCS2-H')).toContain('<0000> <ffff> 0')
    expect(await read('Adobe-GB1-UCS2')).toContain('beginbfrange')
  })

  it('are remembered as asked for, so that the reviewer is told to look at the paper itself', async () => {
    expect(ChineseTables.asked).toBe(false)
    await read('GBK-EUC-H')
    expect(ChineseTables.asked).toBe(true)
  })

  it('are refused for any other numbering, and a decoder is no table', async () => {
    await expect(read('B5pc-H')).rejects.toThrow(RangeError)
    await expect(read('openjpeg.wasm')).rejects.toThrow(RangeError)
    expect(ChineseTables.asked).toBe(true)
  })

  it('do not warn of a western font, for which the machine has one of the same width', async () => {
    await expect(read('FoxitSans.pfb')).rejects.toThrow(RangeError)
    expect(ChineseTables.asked).toBe(false)
  })
})
