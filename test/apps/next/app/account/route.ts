import { verifyServer } from '@/verify-server'
import { connection } from 'next/server'

export async function GET(request: Request) {
  await connection()
  const number = await verifyServer().verified(request)
  if (!number) return new Response('You have no number yet.', { status: 401 })
  return new Response(`Your number is ${number.phone}.`)
}
