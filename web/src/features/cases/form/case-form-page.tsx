import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { ChineseOnly } from '../../../ui/text/chinese-only.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import type { CaseDraft } from '@renshu/contracts'
import { type Applicant, useApplicant } from '../own/applicant.ts'
import { Check } from './check.tsx'
import { Conflicts } from './conflicts.tsx'
import { DropDraft } from './drop-draft.tsx'
import { Filling } from './filling.tsx'
import { Saving } from './saving.tsx'
import { type DraftWork, useCaseDraft } from './use-case-draft.ts'

/** The form of a service: what is known first, only what is missing asked, kept by itself, checked before it is sent. */
export function CaseFormPage() {
  const { draftId } = useParams({ strict: false }) as { draftId: string }
  const applicant = useApplicant()
  // Another form is another piece of work.
  return <OneForm key={`${applicant.key.join(' ')} ${draftId}`} applicant={applicant} draftId={draftId} />
}

function OneForm({ applicant, draftId }: { applicant: Applicant; draftId: string }) {
  const { t } = useTranslation('cases')
  const work = useCaseDraft(applicant, draftId)
  return (
    <Answer of={{ data: work.draft, error: work.loadError, refetch: work.reload }} title={t('form.title')}>
      {(draft) => <Steps applicant={applicant} work={work} draft={draft} />}
    </Answer>
  )
}

interface StepsProps {
  applicant: Applicant
  work: DraftWork
  draft: CaseDraft
}

function Steps({ applicant, work, draft }: StepsProps) {
  const { t } = useTranslation('cases')
  const [checking, setChecking] = useState(false)
  const { form } = draft
  return (
    <Page
      title={nameIn(form.service.title)}
      lead={t('form.forWhom', { name: form.applicant.name })}
      actions={<DropDraft applicant={applicant} draftId={draft.id} onDropped={work.forget} />}
    >
      <ol className="steps">
        <li aria-current={checking ? undefined : 'step'}>{t('form.fill')}</li>
        <li aria-current={checking ? 'step' : undefined}>{t('form.check')}</li>
        <li>{t('form.receipt')}</li>
      </ol>
      <ChineseOnly />
      <Saving of={work} />
      <Conflicts of={work.conflicts} fields={form.fields} onSettle={work.settle} />
      {form.round?.done && <p className="note warn">{t('form.roundDone', { round: form.round.key })}</p>}
      {checking ? (
        <Check applicant={applicant} draft={draft} work={work} onBack={() => setChecking(false)} />
      ) : (
        <Filling applicant={applicant} draft={draft} work={work} onReady={() => setChecking(true)} />
      )}
    </Page>
  )
}
