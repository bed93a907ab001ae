import { type CaseFile, casesRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { useCaseChanged } from '../file/use-case.ts'
import { office, officeDesk } from './queries.ts'

/** Who has the task, taking it over, handing it on; each with a reason. */
export function Assignment({ of: file }: { of: CaseFile }) {
  const { t } = useTranslation('office')
  if (file.stage.end) return null
  const { assigned } = file
  return (
    <div className="row">
      <span>
        {assigned ? t('assign.has', { name: assigned.mine ? t('task.mine') : assigned.name }) : t('task.nobody')}
      </span>
      {!assigned?.mine && (
        <DialogButton action={t('assign.take')}>{(close) => <Assigning file={file} onDone={close} />}</DialogButton>
      )}
      <DialogButton action={t('assign.give')}>
        {(close) => <Assigning file={file} onDone={close} toOther />}
      </DialogButton>
    </div>
  )
}

interface AssigningProps {
  file: CaseFile
  toOther?: boolean
  onDone: () => void
}

function Assigning({ file, toOther = false, onDone }: AssigningProps) {
  const { t } = useTranslation('office')
  const changed = useCaseChanged()
  const { data } = useQuery({
    queryKey: [...officeDesk.key, 'colleagues', file.id, file.n],
    queryFn: () => office.colleagues({ params: { caseId: file.id } }),
    enabled: toOther,
  })
  const form = useForm({
    route: casesRoutes.assign,
    initial: { personId: null, reason: '' },
    given: { expected: file.n },
    required: toOther ? ['personId'] : [],
    send: async (body) => {
      await changed(await office.assign({ params: { caseId: file.id }, body }))
      notify(t('assign.done'))
      onDone()
    },
  })
  return (
    <Form form={form} action={t(toOther ? 'assign.give' : 'assign.take')}>
      {toOther && (
        <ChoiceField
          name="personId"
          label={t('assign.whom')}
          hint={data && !data.items.length ? t('assign.nobody') : undefined}
          choices={(data?.items ?? []).map(({ person, roleName, open }) => ({
            value: person.id,
            label: t('assign.colleague', { name: person.name, role: nameIn(roleName), count: open }),
          }))}
        />
      )}
      <TextField name="reason" label={t('assign.reason')} maxLength={500} />
    </Form>
  )
}
