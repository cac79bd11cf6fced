import { isRecord } from './error-rules.ts'
import { VerifyArgumentError } from './errors.ts'
import { workflowIdsOf, type ServiceProfile } from './service-profile.ts'
import { showValue } from './show-value.ts'

/** Throws a VerifyArgumentError for a profile that contradicts itself. For development. */
export function checkService(service: ServiceProfile): void {
  if (!isRecord(service)) refuse('service', 'must be a ServiceProfile such as textMagic', service)
  const { codeValidForMs, cancelAllowedAfterMs, codeLengths, defaultCodeLength } = service
  const { workflows, defaultWorkflowId, languages, brand } = service
  if (!(codeValidForMs > 0)) {
    refuse('service.codeValidForMs', 'must be a positive number of milliseconds', codeValidForMs)
  }
  if (!(cancelAllowedAfterMs >= 0)) {
    const rule = 'must be a number of milliseconds, or 0'
    refuse('service.cancelAllowedAfterMs', rule, cancelAllowedAfterMs)
  }
  if (!Array.isArray(codeLengths) || !codeLengths.includes(defaultCodeLength)) {
    refuse('service.defaultCodeLength', 'must be one of service.codeLengths', defaultCodeLength)
  }
  if (!isRecord(workflows) || !workflowIdsOf(service).includes(defaultWorkflowId)) {
    refuse('service.defaultWorkflowId', 'must be one of service.workflows', defaultWorkflowId)
  }
  if (!Array.isArray(languages) || languages.some((each) => each !== each.toLowerCase())) {
    refuse('service.languages', 'must be an array of locales in lower case', languages)
  }
  // With these flags a pattern remembers its last match, and answers differently the next time.
  if (!(brand?.pattern instanceof RegExp) || /[gy]/.test(brand.pattern.flags)) {
    const rule = 'must be a regular expression without the flags g and y'
    refuse('service.brand.pattern', rule, brand?.pattern)
  }
}

function refuse(argument: string, rule: string, value: unknown): never {
  throw new VerifyArgumentError('createVerifyClient', argument, rule, showValue(value))
}
