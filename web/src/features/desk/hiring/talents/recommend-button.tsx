import { hiringRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { DialogButton } from '../../../../ui/dialog/dialog.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { LongTextField } from '../../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { notify } from '../../../../ui/notices.tsx'
import { OpenJobField } from '../../../work/open-job-field.tsx'
import { useOrganisationId } from '../../queries.ts'
import { hiring, useHiringChanged, useKeptMatches } from '../queries.ts'

interface RecommendButtonProps {
  talentId: string
  name: string
  /** What postings are looked for first. */
  wish: string
}

/** An agency recommends somebody it keeps for any posting that is open. */
export function RecommendButton(who: RecommendButtonProps) {
  const { t } = useTranslation('hiring')
  return <DialogButton action={t('recommend.go')}>{(close) => <Recommendation {...who} onDone={close} />}</DialogButton>
}

function Recommendation({ talentId, name, wish, onDone }: RecommendButtonProps & { onDone: () => void }) {
  const { t } = useTranslation('hiring')
  const organisationId = useOrganisationId()
  const changed = useHiringChanged()
  const suggested = useKeptMatches(talentId)
  const form = useForm({
    route: hiringRoutes.recommend,
    initial: { jobId: '', note: '' },
    given: { talentId },
    send: async (body) => {
      await hiring.recommend({ params: { organisationId }, body })
      await changed()
      notify(t('recommend.done'))
      onDone()
    },
  })
  return (
    <Form form={form} action={t('recommend.send')}>
      <p className="quiet">{t('recommend.text', { name })}</p>
      <OpenJobField wish={wish} suggested={suggested} />
      <LongTextField name="note" label={t('invite.note')} />
    </Form>
  )
}
