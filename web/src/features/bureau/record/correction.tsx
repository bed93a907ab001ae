import { type OrganisationRecord, registryRoutes } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDistrictChoices, useDistrictName } from '../../../app/city.ts'
import { Facts } from '../../../ui/facts.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { LongTextField } from '../../../ui/form/long-text-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { StaleNote } from '../../../ui/state/stale-note.tsx'
import { OrganisationField } from '../../registry/organisation-field.tsx'
import { bureau } from '../queries.ts'
import { correctedOf } from './corrected.ts'
import { useRecordChange } from './use-record-change.ts'

interface CorrectionProps {
  organisation: OrganisationRecord
  onDone: () => void
}

/** Corrects name, district and group of an organisation, for a reason that is kept with what stood before. */
export function Correction({ organisation, onDone }: CorrectionProps) {
  const { t } = useTranslation(['bureau', 'registry'])
  const { id, version } = organisation
  const change = useRecordChange()
  const [unchanged, setUnchanged] = useState(false)
  const [before] = useState({
    name: organisation.name,
    district: organisation.district,
    parentId: organisation.group?.id ?? null,
  })
  const form = useForm({
    route: registryRoutes.correct,
    initial: { ...before, parentId: before.parentId ?? '', reason: '' },
    given: { version },
    required: ['name', 'district'],
    draft: `correction.${id}.${version}`,
    send: async ({ reason, ...typed }) => {
      const corrected = correctedOf(before, typed)
      const isEmpty = Object.keys(corrected).length === 0
      setUnchanged(isEmpty)
      if (isEmpty) return
      await change(() => bureau.correct({ params: { organisationId: id }, body: { ...corrected, reason, version } }))
      notify(t('record.corrected'))
      onDone()
    },
  })
  return (
    <Form form={form} action={t('record.correct')}>
      <TextField name="name" label={t('registry:directory.name')} maxLength={120} />
      <ChoiceField name="district" label={t('registry:directory.district')} choices={useDistrictChoices()} />
      <OrganisationField
        name="parentId"
        label={t('registry:profile.group')}
        hint={t('record.groupHint')}
        except={id}
        none={t('record.noGroup')}
      />
      <LongTextField name="reason" label={t('record.reason')} hint={t('record.reasonHint')} />
      {unchanged && (
        <p className="note warn" role="alert">
          {t('record.unchanged')}
        </p>
      )}
      <StaleNote error={form.error}>
        <Now organisation={organisation} />
      </StaleNote>
    </Form>
  )
}

function Now({ organisation: { name, district, group } }: Pick<CorrectionProps, 'organisation'>) {
  const { t } = useTranslation(['bureau', 'registry'])
  const districtName = useDistrictName()
  return (
    <Facts
      of={[
        [t('registry:directory.name'), name],
        [t('registry:directory.district'), districtName(district)],
        [t('registry:profile.group'), group?.name ?? t('record.noGroup')],
      ]}
    />
  )
}
