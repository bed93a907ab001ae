import type { ExpressionPart } from '@renshu/contracts'

type Part = ReturnType<typeof ExpressionPart.parse>

/** A part of an expression with the parts it is made of. */
export interface Branch extends Part {
  parts: readonly Branch[]
}

/** The list of a contract's expression as a tree; null where the list is empty. */
export function treeOf(parts: readonly Part[]): Branch | null {
  const below = (at: number): Branch => ({
    ...parts[at]!,
    parts: parts.flatMap(({ parent }, place) => (parent === at ? [below(place)] : [])),
  })
  const root = parts.findIndex(({ parent }) => parent === null)
  return root < 0 ? null : below(root)
}

/** The names a part reads, each once, in the order they are written. */
export function namesOf(branch: Branch): readonly Branch[] {
  const all = branch.node === 'name' ? [branch] : branch.parts.flatMap(namesOf)
  // A table that is read by an option names its parameter itself.
  const own = branch.node === 'index' && branch.names ? [branch, ...all] : all
  return own.filter(({ text }, at) => own.findIndex((each) => each.text === text) === at)
}
