export { GONE, OTHER, type Side, TRAITS, openClasses, traitNumber } from './traits.ts'
