export { BUSINESS_TYPES, type BusinessType, businessTypeName, readBusinessTypes } from './business-type.ts'
