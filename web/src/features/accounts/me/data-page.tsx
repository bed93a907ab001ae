import { accountsRoutes, addressOf } from '@renshu/contracts'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { accounts, useForget, useMe } from '../../../app/session.ts'
import { Card } from '../../../ui/card.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProofField } from '../account/proof-field.tsx'
import { useProof } from '../account/use-proof.ts'

/** Everything held about the person as a file, and its erasure. */
export function DataPage() {
  const { t } = useTranslation('me')
  return (
    <Page title={t('rooms.data')} lead={t('data.lead')}>
      <Card title={t('data.export')}>
        <div className="stack">
          <p>{t('data.exportText')}</p>
          <div>
            <a className="button primary" href={addressOf(accountsRoutes.exportMe, {})} download>
              {t('data.exportGo')}
            </a>
          </div>
        </div>
      </Card>
      <Erasure />
    </Page>
  )
}

function Erasure() {
  const { t } = useTranslation('me')
  const { data: me } = useMe()
  const navigate = useNavigate()
  const forget = useForget()
  const { proof, setProof, given } = useProof(me?.hasPassword ?? false)
  const form = useForm({
    route: accountsRoutes.eraseMe,
    initial: {},
    given: { proof: given },
    send: async (body) => {
      await accounts.eraseMe({ body })
      forget()
      notify(t('data.erased'))
      await navigate({ to: '/' })
    },
  })
  return (
    <Card title={t('data.erase')}>
      <div className="stack">
        <p>{t('data.eraseText')}</p>
        <Form form={form} action={t('data.eraseGo')} danger>
          <ProofField proof={proof} onChange={setProof} />
        </Form>
      </div>
    </Card>
  )
}
