import { SpecialGroup, type Talent, talentsRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { CheckField } from '../../../ui/form/fields/check-field.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { FilesField } from '../../../ui/form/fields/files-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { Status, type Tone } from '../../../ui/status.tsx'
import { seeker, useMineChanged } from '../queries.ts'

type Claim = Talent['groups'][number]
const TONE: Record<Claim['status'], Tone> = { claimed: 'warn', proved: 'good', refused: 'bad', ended: 'quiet' }

/** Groups the law helps: claimed with proof and consent, taken back at any time; employers never see them. */
export function Groups({ talent: { groups } }: { talent: Talent }) {
  const { t } = useTranslation(['seeker', 'work'])
  const changed = useMineChanged()
  const end = (group: SpecialGroup) => seeker.endGroup({ params: { group } }).then(changed)
  return (
    <Card title={t('groups.title')}>
      <div className="stack">
        <p>{t('groups.lead')}</p>
        {groups.length > 0 && (
          <ul className="plain stack">
            {groups.map(({ group, status, reason, untilOn }) => (
              <li key={group} className="row">
                <strong>{t(`work:group.${group}`)}</strong>
                <Status tone={TONE[status]}>{t(`groups.${status}`)}</Status>
                {untilOn && <span className="small quiet">{t('groups.until', { day: day(untilOn) })}</span>}
                {reason && <span className="small">{reason}</span>}
                {status !== 'ended' && (
                  <Confirm action={t('groups.end')} onConfirm={() => end(group)}>
                    {t('groups.endText')}
                  </Confirm>
                )}
              </li>
            ))}
          </ul>
        )}
        <div>
          <DialogButton action={t('groups.claim')}>{(close) => <ClaimForm close={close} />}</DialogButton>
        </div>
      </div>
    </Card>
  )
}

function ClaimForm({ close }: { close: () => void }) {
  const { t } = useTranslation(['seeker', 'work'])
  const changed = useMineChanged()
  const form = useForm({
    route: talentsRoutes.claimGroup,
    initial: { group: '', documents: [], consent: false },
    draft: 'group',
    send: async (body) => {
      await seeker.claimGroup({ body })
      close()
      await changed()
      notify(t('groups.sent'))
    },
  })
  return (
    <Form form={form} action={t('groups.claim')}>
      <ChoiceField
        name="group"
        label={t('groups.which')}
        choices={SpecialGroup.options.map((value) => ({ value, label: t(`work:group.${value}`) }))}
      />
      <FilesField
        name="documents"
        label={t('groups.documents')}
        hint={t('groups.documentsHint')}
        upload={(name, bytes) => seeker.uploadProof({ query: { name }, bytes })}
      />
      <CheckField name="consent" label={t('groups.consent')} />
    </Form>
  )
}
