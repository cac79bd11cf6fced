import type { Operation } from '@phoneproof/client'
import { answers } from './answers.ts'

export type Route =
  | { operation: Exclude<Operation, 'cancel'> }
  | { operation: 'cancel'; verifyId: string }

/** Which operation a request asks for. A response when there is none. */
export function routeOf(request: Request, basePath: string): Route | Response {
  const { pathname } = new URL(request.url)
  const verify = `${basePath}/verify`
  const { method } = request
  if (pathname === verify) {
    if (method === 'POST') return { operation: 'start' }
    if (method === 'PUT') return { operation: 'check' }
    return answers.methodNotAllowed()
  }
  if (pathname === `${verify}/current` && method === 'GET') return { operation: 'resume' }
  const [, verifyId] = /^\/([\w-]{1,100})$/.exec(pathname.slice(verify.length)) ?? []
  if (!pathname.startsWith(`${verify}/`) || verifyId === undefined) return answers.unknownPath()
  return method === 'DELETE' ? { operation: 'cancel', verifyId } : answers.methodNotAllowed()
}
