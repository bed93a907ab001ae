import { accountsRoutes } from '@renshu/contracts'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { accounts } from '../../../app/accounts.ts'
import { useForget } from '../../../app/session.ts'
import { Card } from '../../../ui/card.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { download } from '../../../ui/table/download.ts'
import { ProofField } from '../account/proof-field.tsx'
import { useProof } from '../account/use-proof.ts'
import { useMeChanged } from './queries.ts'

/** Everything held about the person as a file, and its erasure. */
export function DataPage() {
  const { t } = useTranslation('me')
  return (
    <Page title={t('rooms.data')} lead={t('data.lead')}>
      <Export />
      <Erasure />
    </Page>
  )
}

/** The file shows everything in clear, so it takes a proof, and stands in the list of looks. */
function Export() {
  const { t } = useTranslation('me')
  const changed = useMeChanged()
  const { proof, clear, given } = useProof('export')
  const form = useForm({
    route: accountsRoutes.exportMe,
    initial: {},
    given: { proof: given },
    send: async (body) => {
      const { name, type, bytes } = await accounts.exportMe({ body })
      download(name, type, bytes)
      clear()
      await changed()
    },
  })
  return (
    <Card title={t('data.export')}>
      <div className="stack">
        <p>{t('data.exportText')}</p>
        <Form form={form} action={t('data.exportGo')}>
          <ProofField proof={proof} />
        </Form>
      </div>
    </Card>
  )
}

function Erasure() {
  const { t } = useTranslation('me')
  const navigate = useNavigate()
  const forget = useForget()
  const { proof, given } = useProof('erasure')
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
          <ProofField proof={proof} />
        </Form>
      </div>
    </Card>
  )
}
