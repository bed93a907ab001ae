import { canonical, verifyChain } from '@renshu/cases'
import type { Context } from '../../../platform/http/index.ts'
import { toldColumns } from '../running/keep.ts'
import { requireCase } from '../running/on-duty.ts'
import { storyOf } from '../running/story.ts'
import { sha256 } from '../settings.ts'

/** Computes every hash of a case again, and whether the list shows what the events tell. @throws cases.noCase */
export async function verifyCase(context: Context, id: string) {
  const row = await requireCase(context, id)
  return context.asSystem(async () => {
    const { prepared, events, state } = await storyOf(context, row)
    const verdict = verifyChain(prepared, events, sha256)
    const told = state && toldColumns(prepared, state)
    const listed = told && Object.fromEntries(Object.keys(told).map((key) => [key, row[key as keyof typeof told]]))
    // Of what was erased only the links are left, and nothing can be compared but the last of them.
    const agrees = told ? canonical(told) === canonical(listed) : events.at(-1)?.hash === row.head
    return {
      whole: verdict.isWhole,
      events: events.length,
      head: verdict.isWhole ? verdict.head : null,
      broken: verdict.isWhole ? null : { n: verdict.n, what: verdict.wrong },
      told: agrees,
      at: context.now().toISOString(),
    }
  })
}
