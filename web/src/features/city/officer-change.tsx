import { accountsRoutes, type Officer } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../app/city.ts'
import { accounts } from '../../app/accounts.ts'
import { DialogButton } from '../../ui/dialog/dialog.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form/form.tsx'
import { type FormState, useForm } from '../../ui/form/use-form.ts'
import { notify } from '../../ui/notices.tsx'
import { useFollowing } from '../../ui/state/following.ts'
import { isStale } from '../../ui/state/stale-note.tsx'
import { RightsFields } from './rights-fields.tsx'

interface OfficerChangeProps {
  of: ReturnType<typeof Officer.parse>
  /** Reads the officers again. */
  onChanged: () => Promise<void>
}

/** Changes where an officer decides and whether as an administrator. */
export function OfficerChange({ of: officer, onChanged }: OfficerChangeProps) {
  const { t } = useTranslation('city')
  return (
    <DialogButton action={t('officers.change')}>
      {(close) => <Change of={officer} onChanged={onChanged} onDone={close} />}
    </DialogButton>
  )
}

function Change({ of: officer, onChanged, onDone }: OfficerChangeProps & { onDone: () => void }) {
  const { t } = useTranslation(['city', 'ui'])
  const districtName = useDistrictName()
  const { id, name, district, administrator, version } = officer
  const now = { district: district ?? '', administrator }
  const form: FormState = useForm({
    route: accountsRoutes.changeOfficer,
    initial: now,
    given: { version },
    send: async (body) => {
      try {
        await accounts.changeOfficer({ params: { officerId: id }, body })
      } catch (thrown) {
        if (isStale(thrown)) await onChanged()
        throw thrown
      }
      await onChanged()
      notify(t('ui:form.saved'))
      onDone()
    },
  })
  useFollowing(form, now, version)
  return (
    <Form
      form={form}
      action={t('ui:form.save')}
      stale={
        <Facts
          of={[
            [t('officers.scope'), district ? districtName(district) : t('officers.wholeCity')],
            [t('officers.administrator'), t(administrator ? 'ui:yes' : 'ui:no')],
          ]}
        />
      }
    >
      <p>{t('officers.changeText', { name })}</p>
      <RightsFields />
    </Form>
  )
}
