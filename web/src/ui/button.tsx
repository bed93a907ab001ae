import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, Ref } from 'react'

type Kind = 'primary' | 'plain' | 'danger' | 'bare'
const className = (kind: Kind, more?: string) => ['button', kind, more].filter(Boolean).join(' ')

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: Kind
}
export const Button = ({ kind = 'plain', type = 'button', className: more, ...rest }: ButtonProps) => (
  <button type={type} className={className(kind, more)} {...rest} />
)

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  kind?: Kind
  ref?: Ref<HTMLAnchorElement>
}
const Anchor = ({ kind = 'plain', className: more, ...rest }: AnchorProps) => (
  <a className={className(kind, more)} {...rest} />
)
/** A link that looks like a button: for going somewhere, where a button does something. */
export const ButtonLink = createLink(Anchor)
