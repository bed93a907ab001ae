/**
 * A number of places for costly work: whoever comes when all are taken waits for one, in the order of coming.
 * @returns what runs a piece of work in a place, and gives it to the next when it has ended or failed
 */
export function placesFor(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let taken = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (taken === most) await new Promise<void>((resolve) => waiting.push(resolve))
    else taken += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else taken -= 1
    }
  }
}
