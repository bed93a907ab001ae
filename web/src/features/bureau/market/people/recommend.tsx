import { type GroupClaim, hiringRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { DialogButton } from '../../../../ui/dialog/dialog.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { LongTextField } from '../../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { notify } from '../../../../ui/notices.tsx'
import { usePlaceName } from '../../../jobs/place-names.ts'
import { OpenJobField } from '../../../work/open-job-field.tsx'
import { hiring, useHelpedMatches, useMarketChanged } from '../queries.ts'

/** An officer recommends an open posting to somebody, who decides whether to apply. */
export function Recommend({ of: talent }: { of: GroupClaim['talent'] }) {
  const { t } = useTranslation('market')
  return (
    <DialogButton action={t('helped.recommend')}>
      {(close) => <Recommendation talent={talent} onDone={close} />}
    </DialogButton>
  )
}

function Recommendation({ talent, onDone }: { talent: GroupClaim['talent']; onDone: () => void }) {
  const { t } = useTranslation(['market', 'hiring'])
  const changed = useMarketChanged()
  const placeName = usePlaceName()
  const near = talent.places[0] ? placeName(talent.places[0].name) : ''
  const suggested = useHelpedMatches(talent.id)
  const form = useForm({
    route: hiringRoutes.officerRecommend,
    initial: { jobId: '', note: '' },
    given: { talentId: talent.id },
    send: async (body) => {
      await hiring.officerRecommend({ body })
      await changed()
      notify(t('helped.done'))
      onDone()
    },
  })
  return (
    <Form form={form} action={t('helped.recommend')}>
      <p className="quiet">{t('helped.text', { name: talent.name })}</p>
      <OpenJobField wish={`${talent.wishes[0]?.title ?? ''} ${near}`.trim()} suggested={suggested} />
      <LongTextField name="note" label={t('helped.note')} />
    </Form>
  )
}
