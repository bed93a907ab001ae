import { type OrganisationRecord, registryRoutes } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDistrictChoices, useDistrictName } from '../../../app/city.ts'
import { useMe } from '../../../app/session.ts'
import { Facts } from '../../../ui/facts.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { type FormState, useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { changedOf, useFollowing } from '../../../ui/state/following.ts'
import { OrganisationField } from '../../registry/organisation-field.tsx'
import { bureau } from '../queries.ts'
import { useRecordChange } from './use-record-change.ts'

interface CorrectionProps {
  organisation: OrganisationRecord
  onDone: () => void
}

const fieldsOf = ({ name, district, group }: OrganisationRecord) => ({
  name,
  district,
  parentId: group?.id ?? '',
})

/** The form: only what was changed is sent, and what was not touched follows the record. */
function useCorrection({ organisation, onDone }: CorrectionProps) {
  const { t } = useTranslation('bureau')
  const { id, version } = organisation
  const change = useRecordChange()
  const now = fieldsOf(organisation)
  // Kept under one name while the dialog is open, also when the record is read again.
  const [draft] = useState(`correction.${id}.${version}`)
  // The values that were sent without a change; the note goes with the next thing typed.
  const [unchanged, setUnchanged] = useState<object | null>(null)
  const form: FormState = useForm({
    route: registryRoutes.correct,
    initial: { ...now, reason: '' },
    given: { version },
    required: ['name', 'district'],
    draft,
    send: async ({ name, district, parentId, reason }) => {
      const changed = changedOf(before, form.values)
      if (!changed.length) return setUnchanged(form.values)
      const body = {
        ...(changed.includes('name') && { name }),
        ...(changed.includes('district') && { district }),
        ...(changed.includes('parentId') && { parentId }),
      }
      await change(() => bureau.correct({ params: { organisationId: id }, body: { ...body, reason, version } }))
      notify(t('record.corrected'))
      onDone()
    },
  })
  const before = useFollowing(form, now, version)
  return { form, isUnchanged: unchanged === form.values }
}

/** Corrects name, district and group of an organisation, for a reason that is kept with what stood before. */
export function Correction({ organisation, onDone }: CorrectionProps) {
  const { t } = useTranslation(['bureau', 'registry'])
  const { form, isUnchanged } = useCorrection({ organisation, onDone })
  return (
    <Form form={form} action={t('record.correct')} stale={<Now organisation={organisation} />}>
      <TextField name="name" label={t('registry:directory.name')} maxLength={120} />
      <District />
      <OrganisationField
        name="parentId"
        label={t('registry:profile.group')}
        hint={t('record.groupHint')}
        except={organisation.id}
        none={t('record.noGroup')}
      />
      <LongTextField name="reason" label={t('record.reason')} hint={t('record.reasonHint')} />
      {isUnchanged && (
        <p className="note warn" role="alert">
          {t('record.unchanged')}
        </p>
      )}
    </Form>
  )
}

/** An organisation passes from one district to another only through the city, which has charge of both. */
function District() {
  const { t } = useTranslation(['bureau', 'registry'])
  const { data: me } = useMe()
  const own = me?.officer?.district ?? null
  const choices = useDistrictChoices().filter(({ value }) => own === null || value === own)
  return (
    <ChoiceField
      name="district"
      label={t('registry:directory.district')}
      hint={own && t('record.districtHint')}
      choices={choices}
    />
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
