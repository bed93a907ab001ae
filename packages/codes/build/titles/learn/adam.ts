import { rowOf, type Rows, emptyRows } from './contrast.ts'

const FIRST = 0.9
const SECOND = 0.999

/** Adam over rows: a row that got no gradient in a step is left alone. */
export type Adam = { parameters: Rows; mean: Rows; square: Rows; steps: number }

export const makeAdam = (parameters: Rows): Adam => ({
  parameters,
  mean: emptyRows(parameters.count, parameters.width),
  square: emptyRows(parameters.count, parameters.width),
  steps: 0,
})

/** One step down `gradients`, which holds a row of gradient for each index of a touched row. */
export function stepDown(adam: Adam, gradients: Map<number, Float32Array>, rate: number): void {
  adam.steps++
  const size = (rate * Math.sqrt(1 - SECOND ** adam.steps)) / (1 - FIRST ** adam.steps)
  for (const [index, gradient] of gradients) {
    const values = rowOf(adam.parameters, index)
    const mean = rowOf(adam.mean, index)
    const square = rowOf(adam.square, index)
    for (let at = 0; at < gradient.length; at++) {
      mean[at] = FIRST * mean[at]! + (1 - FIRST) * gradient[at]!
      square[at] = SECOND * square[at]! + (1 - SECOND) * gradient[at]! ** 2
      values[at]! -= (size * mean[at]!) / (Math.sqrt(square[at]!) + 1e-8)
    }
  }
}
