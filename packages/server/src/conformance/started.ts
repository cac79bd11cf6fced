import { describe, idOf, type Answer } from './answer.ts'
import type { Person } from './person.ts'
import { must, type Stage } from './row.ts'

export interface Started {
  readonly person: Person
  readonly phone: string
  readonly verifyId: string
  /** The code that the service sent. */
  readonly code: string
  readonly answer: Answer
}

/** A verification, as an ordinary person begins one. */
export async function started(
  stage: Stage,
  person: Person = stage.person(),
  phone: string = stage.phone(),
): Promise<Started> {
  const answer = await person.start(phone)
  const verifyId = idOf(answer)
  const isStarted = answer.status >= 200 && answer.status < 300 && verifyId !== ''
  const lifted = answer.status === 429 ? ', with the limits lifted for this run' : ''
  must(isStarted, `${describe(answer)} to an ordinary start`, `200 with a verifyId${lifted}`)
  return { person, phone, verifyId, code: stage.service.code(phone), answer }
}

/** A number that its owner has verified. */
export async function verified(stage: Stage): Promise<Started> {
  const all = await started(stage)
  const answer = await all.person.check(all.verifyId, all.code)
  must(answer.status >= 200 && answer.status < 300, describe(answer), '204 to the right code')
  return all
}

/**
 * Somebody with a session, whose parallel requests belong together: a browser that has not got its
 * cookie yet would be given one for each.
 */
export async function settled(stage: Stage): Promise<Person> {
  const person = stage.person()
  await person.current()
  if (!person.hasSession) await person.start(stage.phone())
  return person
}
