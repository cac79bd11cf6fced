export type ServiceOperation = 'start' | 'check' | 'cancel' | 'other'

/** A request that reached the service. */
export interface ServiceRequest {
  readonly operation: ServiceOperation
  readonly method: string
  readonly path: string
  /** E.164. Undefined when the request is about no number that the service knows. */
  readonly phone: string | undefined
  readonly body: Readonly<Record<string, unknown>>
  /** HTTP status. 0 until it is answered, and when the connection was dropped. */
  readonly status: number
}

/** All of them, the oldest first, by number as well: a flood is counted in full. */
export interface ServiceLog {
  readonly requests: readonly ServiceRequest[]
  begin(request: Omit<ServiceRequest, 'status'>): (status: number) => void
}

export function createServiceLog(): ServiceLog {
  const requests: ServiceRequest[] = []
  return {
    requests,
    begin(request) {
      const index = requests.length
      requests.push({ ...request, status: 0 })
      return (status) => {
        requests[index] = { ...request, status }
      }
    },
  }
}

const forms: readonly (readonly [ServiceOperation, method: string, path: RegExp])[] = [
  ['start', 'POST', /\/verify$/],
  ['check', 'PUT', /\/verify$/],
  ['cancel', 'DELETE', /\/verify\/[^/]+$/],
]

export const operationOf = (method: string, path: string): ServiceOperation =>
  forms.find(([, wanted, form]) => wanted === method && form.test(path))?.[0] ?? 'other'
