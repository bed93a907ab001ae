import { type ProfileBody, type Talent, talentsRoutes } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useForm } from '../../../ui/form/use-form.ts'
import { bodyOf, seeker } from '../queries.ts'

type Name = Exclude<keyof ProfileBody, 'version'>

/**
 * A form over some fields of the profile. The server takes the profile whole: the other fields go along as they were
 * read, so that a draft of one step never undoes another.
 */
export function useProfileForm(talent: Talent | null, fields: readonly Name[], onSaved: (saved: Talent) => unknown) {
  const client = useQueryClient()
  const whole = bodyOf(talent)
  const isOwn = (name: string) => (fields as readonly string[]).includes(name)
  const part = (own: boolean) => Object.fromEntries(Object.entries(whole).filter(([name]) => isOwn(name) === own))
  const names = Object.fromEntries(talent?.certificates.map(({ code, name }) => [code, name]) ?? [])
  return useForm({
    route: talentsRoutes.save,
    initial: { ...part(true), certificateNames: names } as Partial<ProfileBody>,
    given: part(false),
    draft: `profile.${fields[0]}`,
    send: async (body) => {
      const saved = await seeker.save({ body })
      client.setQueryData(['me', 'profile'], saved)
      await client.invalidateQueries({ queryKey: ['me'] })
      await onSaved(saved)
    },
  })
}
