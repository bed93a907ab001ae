import { describe, expect, it } from 'vitest'
import { namesOf, treeOf } from './tree.ts'

type Part = Parameters<typeof treeOf>[0][number]
const part = (parent: number | null, node: Part['node'], text: string, names: Part['names'] = null): Part => ({
  parent,
  role: parent === null ? 'whole' : 'part',
  node,
  text,
  written: text,
  names,
})

describe('the drawing of an expression', () => {
  it('hangs each part below the one it belongs to', () => {
    const tree = treeOf([part(null, 'or', '或'), part(0, 'compare', '<='), part(1, 'name', '裁员率', 'definition')])
    expect(tree?.parts[0]?.parts[0]?.text).toBe('裁员率')
  })

  it('names what is read once', () => {
    const tree = treeOf([
      part(null, 'compare', '>'),
      part(0, 'name', '甲', 'fact'),
      part(0, 'arithmetic', '+'),
      part(2, 'name', '甲', 'fact'),
      part(2, 'name', '乙', 'parameter'),
    ])!
    expect(namesOf(tree).map(({ text }) => text)).toEqual(['甲', '乙'])
  })

  it('draws nothing of an empty list', () => expect(treeOf([])).toBeNull())
})
