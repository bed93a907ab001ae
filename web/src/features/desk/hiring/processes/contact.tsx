import type { ProcessFile } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/button.tsx'
import { download } from '../../../../ui/table/download.ts'
import { useOrganisationId } from '../../queries.ts'
import { hiring } from '../queries.ts'
import { useAction } from '../use-action.ts'

/** The phone and the CV, opened by recorded looks; without consent one writes messages. */
export function Contact({ process }: { process: ProcessFile }) {
  const { t } = useTranslation('hiring')
  const params = { organisationId: useOrganisationId(), processId: process.id }
  const [phone, setPhone] = useState<string | null | undefined>()
  const { run, pending } = useAction()
  if (!process.talent.contact) return <p className="quiet">{t('contact.notShared')}</p>
  const openCv = async () => {
    const { name, type, bytes } = await hiring.cv({ params })
    download(name, type, bytes)
  }
  return (
    <div className="stack">
      {phone !== undefined && <p>{phone ? <a href={`tel:${phone}`}>{phone}</a> : t('contact.none')}</p>}
      <div className="row">
        {phone === undefined && (
          <Button
            disabled={pending}
            onClick={() => run(async () => setPhone((await hiring.contact({ params })).phone))}
          >
            {t('contact.open')}
          </Button>
        )}
        {process.cv && (
          <Button disabled={pending} onClick={() => run(openCv)}>
            {t('contact.cv')}
          </Button>
        )}
      </div>
      <p className="small quiet">{t('contact.seen')}</p>
    </div>
  )
}
