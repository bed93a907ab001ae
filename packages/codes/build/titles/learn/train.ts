import { applyGradient, type Bag, collectGradient, encode } from './bag.ts'
import { contrast, emptyRows } from './contrast.ts'

/** Names of one job: each name with the ways it was translated. Two names of a family should come out near. */
export type Family = readonly (readonly string[])[]

/** How many families of a kind take part in each step. */
export type Share = { families: readonly Family[]; perStep: number }

/** One comparison of a step: its pairs are told apart from each other at a temperature (higher = more lenient). */
export type Task = { shares: readonly Share[]; temperature: number; weight: number }

export type Plan = { tasks: readonly Task[]; steps: number; rate: number; forget: number }

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!

function pickDistinct<T>(list: readonly T[], count: number, random: () => number): T[] {
  const chosen = new Set<number>()
  while (chosen.size < Math.min(count, list.length)) chosen.add(Math.floor(random() * list.length))
  return [...chosen].map((index) => list[index]!)
}

const pickPair = (family: Family, random: () => number): [string, string] => {
  const [first, second = first] = pickDistinct(family, 2, random)
  return [pick(first!, random), pick(second!, random)]
}

function takeStep(bag: Bag, plan: Plan, rate: number, random: () => number): number {
  const gradients = new Map<number, Float32Array>()
  let loss = 0
  for (const { shares, temperature, weight } of plan.tasks) {
    const families = shares.flatMap((share) => pickDistinct(share.families, share.perStep, random))
    const pairs = families.map((family) => pickPair(family, random))
    const keep = () => random() >= plan.forget
    const [left, right] = [0, 1].map((side) =>
      encode(
        bag,
        pairs.map((pair) => pair[side]!),
        keep,
      ),
    )
    const da = emptyRows(pairs.length, bag.rows.width)
    const db = emptyRows(pairs.length, bag.rows.width)
    loss += weight * contrast(left!.vectors, right!.vectors, { temperature, weight, da, db })
    collectGradient(bag, left!, da, gradients)
    collectGradient(bag, right!, db, gradients)
  }
  applyGradient(bag, gradients, rate)
  return loss
}

/** Moves the rows of the bag until names of one family are nearer to each other than to other families. */
export function train(bag: Bag, plan: Plan, random: () => number, report: (step: number, loss: number) => void): void {
  let recent = 0
  for (let step = 0; step < plan.steps; step++) {
    const rate = plan.rate * Math.max(0.05, 1 - step / plan.steps)
    recent = 0.98 * recent + 0.02 * takeStep(bag, plan, rate, random)
    if ((step + 1) % 100 === 0) report(step + 1, recent / (1 - 0.98 ** (step + 1)))
  }
}
