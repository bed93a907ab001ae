import { type CaseDraft, type FieldValue, ProblemError, type SaveDraftBody } from '@renshu/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { dropDraft, keepDraft, readDraft } from '../../../ui/form/draft.ts'
import type { Applicant } from '../own/applicant.ts'
import { answerOf } from './answers.ts'
import { type Conflict, conflictsAfter, confirmed, NOTHING, typing, type Unsaved } from './unsaved.ts'

/** How long typing pauses before it is kept, and how long a broken line is left alone. */
const PAUSE = 800
const AGAIN = 8000

type Papers = ReturnType<typeof SaveDraftBody.parse>['papers']
type Change = Partial<ReturnType<typeof SaveDraftBody.parse>>

export interface DraftWork {
  draft: CaseDraft | undefined
  loadError: Error | null
  reload: () => unknown
  /** Typed here and not confirmed by the server. */
  typed: Record<string, unknown>
  conflicts: readonly Conflict[]
  saving: 'saved' | 'waiting' | 'failed'
  error: Error | null
  type: (key: string, value: unknown) => void
  settle: (key: string, value: FieldValue | null) => void
  keep: (change: { papers?: Papers; mode?: CaseDraft['mode']; concerned?: Change['concerned'] }) => Promise<boolean>
  /** Keeps what is typed now; the draft as the server has it, null where that failed. */
  flush: () => Promise<CaseDraft | null>
  forget: () => void
}

/** A form on its way: what is typed is kept on the server by itself, and in this tab until the server has it. */
export function useCaseDraft(applicant: Applicant, draftId: string): DraftWork {
  const client = useQueryClient()
  const key = [...applicant.key, 'draft', draftId]
  const name = `case.${draftId}`
  const query = useQuery({ queryKey: key, queryFn: () => applicant.draft(draftId), staleTime: 0 })
  const work = useRef(new DraftKeeper(applicant, draftId, name)).current
  const [, redraw] = useState(0)
  useEffect(() => work.listen(() => redraw((count) => count + 1)), [work])
  useEffect(() => {
    if (query.data) work.arrived(query.data)
  }, [work, query.data])
  work.onKept = (draft) => client.setQueryData(key, draft)
  return {
    draft: work.draft,
    loadError: query.error,
    reload: query.refetch,
    typed: work.unsaved.typed,
    conflicts: work.conflicts,
    saving: work.saving,
    error: work.error,
    type: work.type,
    settle: work.settle,
    keep: work.keep,
    flush: work.flush,
    forget: work.forget,
  }
}

/** One save after the other: each names the version it has read. */
class DraftKeeper {
  draft: CaseDraft | undefined
  unsaved: Unsaved
  conflicts: readonly Conflict[] = []
  saving: DraftWork['saving'] = 'saved'
  error: Error | null = null
  onKept: (draft: CaseDraft) => void = () => {}
  readonly #applicant: Applicant
  readonly #id: string
  readonly #name: string
  #timer: ReturnType<typeof setTimeout> | undefined
  #line: Promise<unknown> = Promise.resolve()
  #listener: () => void = () => {}

  constructor(applicant: Applicant, id: string, name: string) {
    this.#applicant = applicant
    this.#id = id
    this.#name = name
    const typed = readDraft(name) ?? {}
    this.unsaved = Object.entries(typed).reduce((before, [key, value]) => typing(before, key, value), NOTHING)
  }

  listen(listener: () => void): () => void {
    this.#listener = listener
    return () => {
      this.#listener = () => {}
      clearTimeout(this.#timer)
    }
  }

  /** What the server says; what was typed before a reload is sent now. */
  arrived(draft: CaseDraft): void {
    if (this.draft && draft.version < this.draft.version) return
    const first = !this.draft
    this.draft = draft
    if (first && Object.keys(this.unsaved.typed).length) this.#later(0)
    this.#listener()
  }

  type = (key: string, value: unknown): void => {
    this.unsaved = typing(this.unsaved, key, value)
    keepDraft(this.#name, this.unsaved.typed)
    this.saving = 'waiting'
    this.#later(PAUSE)
    this.#listener()
  }

  /** One of two answers is chosen, and sent with the version just read. */
  settle = (key: string, value: FieldValue | null): void => {
    this.conflicts = this.conflicts.filter((each) => each.key !== key)
    const { [key]: _, ...typed } = this.unsaved.typed
    this.unsaved = { ...this.unsaved, typed }
    void this.#send({ answers: { [key]: value } })
  }

  keep = async (change: Change): Promise<boolean> => (await this.#send(change)) !== null

  flush = (): Promise<CaseDraft | null> => this.#send({})

  forget = (): void => {
    clearTimeout(this.#timer)
    this.unsaved = NOTHING
    dropDraft(this.#name)
  }

  #later(pause: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), pause)
  }

  #send(change: Change): Promise<CaseDraft | null> {
    const next = this.#line.then(() => this.#save(change))
    this.#line = next
    return next
  }

  async #save(change: Change): Promise<CaseDraft | null> {
    const { draft, unsaved: sent } = this
    if (!draft) return null
    clearTimeout(this.#timer)
    const answers = { ...this.#answersOf(draft, sent), ...change.answers }
    if (!Object.keys(answers).length && !Object.keys(change).length) return draft
    try {
      const kept = await this.#applicant.save(this.#id, { papers: {}, ...change, answers, version: draft.version })
      this.#kept(kept, sent, answers)
      return kept
    } catch (error) {
      this.#failed(error as Error)
      return null
    } finally {
      this.#listener()
    }
  }

  /** Fields over which two devices disagree wait for a choice. */
  #answersOf(draft: CaseDraft, { typed }: Unsaved): Record<string, FieldValue | null> {
    const open = new Set(this.conflicts.map(({ key }) => key))
    return Object.fromEntries(
      draft.form.fields
        .filter(({ key }) => key in typed && !open.has(key))
        .map(({ key, type }) => [key, answerOf(type, typed[key])]),
    )
  }

  #kept(kept: CaseDraft, sent: Unsaved, answers: Record<string, FieldValue | null>): void {
    this.draft = kept
    this.conflicts = conflictsAfter(this.conflicts, answers, kept.conflicts)
    this.unsaved = confirmed(this.unsaved, sent, this.conflicts)
    if (Object.keys(this.unsaved.typed).length) keepDraft(this.#name, this.unsaved.typed)
    else dropDraft(this.#name)
    this.error = null
    this.saving = 'saved'
    this.onKept(kept)
  }

  /** A refusal is final until something is changed; a broken line is tried again by itself. */
  #failed(error: Error): void {
    this.error = error
    this.saving = 'failed'
    if (!(error instanceof ProblemError) || error.problem.code === 'platform.unreachable') this.#later(AGAIN)
  }
}
