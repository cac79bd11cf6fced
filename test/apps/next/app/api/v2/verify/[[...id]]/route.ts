import { verifyServer } from '@/verify-server'

const handle = (request: Request) => verifyServer().fetch(request)

export { handle as GET, handle as POST, handle as PUT, handle as DELETE }
