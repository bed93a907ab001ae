import type { FormPaper } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { PaperField } from '../form/paper-field.tsx'
import { office } from '../office/queries.ts'

export type Given = { file: string } | { promised: true } | null

interface CounterPapersProps {
  of: readonly FormPaper[]
  caseId: string
  given: Record<string, Given>
  onGiven: (given: Record<string, Given>) => void
}

/** Papers scanned at the counter, before the case is taken in. */
export function CounterPapers({ of: papers, caseId, given, onGiven }: CounterPapersProps) {
  const { t } = useTranslation(['office', 'cases'])
  const [files, setFiles] = useState<Record<string, FormPaper['given']>>({})
  const asked = papers.filter(({ state }) => state !== 'off')
  if (!asked.length) return null
  const stateOf = (paper: FormPaper): FormPaper => {
    const one = given[paper.id]
    if (!one) return paper
    const by = 'file' in one ? 'file' : 'promise'
    const file = by === 'file' ? (files[paper.id]?.file ?? null) : null
    return { ...paper, state: 'given', given: { paper: paper.id, name: paper.name, by, file, record: null } }
  }
  const upload = (paper: string) => async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    const kept = await office.counterUpload({ params: { caseId }, query: { paper, name }, bytes })
    setFiles((before) => ({ ...before, [paper]: kept }))
    return kept
  }
  return (
    <Card title={t('cases:form.papers')}>
      <ul className="plain stack">
        {asked.map((paper) => (
          <PaperField
            key={paper.id}
            of={stateOf(paper)}
            upload={upload(paper.id)}
            onGiven={async (one) => onGiven({ ...given, [paper.id]: one })}
          />
        ))}
      </ul>
    </Card>
  )
}
