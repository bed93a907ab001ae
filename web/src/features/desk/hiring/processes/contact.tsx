import type { ProcessFile } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/button.tsx'
import { useOrganisationId } from '../../queries.ts'
import { hiring } from '../queries.ts'
import { useAction } from '../use-action.ts'

/** The phone, opened by a recorded look; without consent one writes messages. */
export function Contact({ process }: { process: ProcessFile }) {
  const { t } = useTranslation('hiring')
  const params = { organisationId: useOrganisationId(), processId: process.id }
  const [phone, setPhone] = useState<string | null | undefined>()
  const { run, pending } = useAction()
  if (!process.talent.contact) return <p className="quiet">{t('contact.notShared')}</p>
  if (phone !== undefined) return <p>{phone ? <a href={`tel:${phone}`}>{phone}</a> : t('contact.none')}</p>
  return (
    <div>
      <Button disabled={pending} onClick={() => run(async () => setPhone((await hiring.contact({ params })).phone))}>
        {t('contact.open')}
      </Button>
      <p className="small quiet">{t('contact.seen')}</p>
    </div>
  )
}
