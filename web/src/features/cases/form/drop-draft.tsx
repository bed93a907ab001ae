import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import type { Applicant } from '../own/applicant.ts'
import { useApplicantWays } from '../own/links.tsx'

interface DropDraftProps {
  applicant: Applicant
  draftId: string
  onDropped: () => void
}

/** Gives a form up that was not sent. */
export function DropDraft({ applicant, draftId, onDropped }: DropDraftProps) {
  const { t } = useTranslation('cases')
  const client = useQueryClient()
  const ways = useApplicantWays()
  const drop = async () => {
    await applicant.drop(draftId)
    onDropped()
    client.removeQueries({ queryKey: [...applicant.key, 'draft', draftId] })
    await client.invalidateQueries({ queryKey: applicant.key })
    await ways.toCases(applicant)
  }
  return (
    <Confirm action={t('form.drop')} danger onConfirm={drop}>
      {t('form.dropText')}
    </Confirm>
  )
}
