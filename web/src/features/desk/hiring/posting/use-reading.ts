import type { JobDraft } from '@renshu/contracts'
import { useState } from 'react'
import type { FormState } from '../../../../ui/form/use-form.ts'
import { useOrganisationId } from '../../queries.ts'
import { jobs } from '../queries.ts'
import { useAction } from '../use-action.ts'

interface Reading {
  text: string
  draft: JobDraft
}

/** What the words of a description were read as, and taking over the cleaned ones. */
export function useReading(form: FormState) {
  const organisationId = useOrganisationId()
  const [read, setRead] = useState<Reading | null>(null)
  const { run, pending } = useAction()
  const check = () => {
    const text = String(form.values['description'] ?? '').trim()
    if (!text) return
    run(async () => setRead({ text, draft: await jobs.readText({ params: { organisationId }, body: { text } }) }))
  }
  const clean = (text: string) => {
    form.set('description', text)
    setRead(null)
  }
  return { read, setRead, check, clean, pending }
}
