/** The first field with a problem, in the order of the page, takes the focus. */
export function focusFirst(found: Record<string, string>): void {
  Array.from(document.querySelectorAll<HTMLElement>('form [name]'))
    .find((input) => (input.getAttribute('name') ?? '') in found)
    ?.focus()
}
