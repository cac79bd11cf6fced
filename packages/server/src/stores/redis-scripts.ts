// Each key is under the base that the first key begins with, whatever a client has put before it:
//   <base>due           the sorted set of what is due, by when
//   <base>e:<key>       an entry: "<expiresAt> <value>"
//   <base>c:<key>       a counter: "<count> <startedAt> <endsAt>"
// Times stay the text that they were given as. Lua would write a large number in another way.

/** Milliseconds that Redis keeps a thing for after its time is over. Whether it is over, we decide. */
export const slackMs = 60_000

const shared = `
local due = KEYS[1]
local base = string.sub(due, 1, -4)

local function findEntry(key, now)
  local kept = redis.call('GET', key)
  if not kept then return false end
  local space = string.find(kept, ' ', 1, true)
  if tonumber(string.sub(kept, 1, space - 1)) <= now then return false end
  return string.sub(kept, space + 1)
end
`

/**
 * Keys: the due list, what is written, released, reserved. Arguments: now, how many of each, then the
 * values of each in turn. Answers 'done', or what stands in the way: 'conflict' or 'full', which one
 * of its list, and until when.
 */
export const changeScript: string = `${shared}
local now = tonumber(ARGV[1])
local writes, releases, reserves = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local slack = tonumber(ARGV[5])
local at = 5
local function argument()
  at = at + 1
  return ARGV[at]
end

local written = {}
for i = 1, writes do
  local write = {
    key = KEYS[1 + i], expects = argument(), expected = argument(),
    puts = argument() == '1', value = argument(), expiresAt = argument(), keptMs = argument(), dueAt = argument()
  }
  written[i] = write
  if write.expects ~= 'any' then
    local found = findEntry(write.key, now)
    if write.expects == 'none' and found or write.expects == 'value' and found ~= write.expected then
      return {'conflict', i, ''}
    end
  end
end

local counters = {}
local function findCounter(key)
  if counters[key] then return counters[key] end
  local kept = redis.call('GET', key)
  if not kept then return nil end
  local count, startedAt, endsAt = string.match(kept, '^(%S+) (%S+) (%S+)$')
  if tonumber(endsAt) <= now then return nil end
  return { count = tonumber(count), startedAt = startedAt, endsAt = endsAt }
end

for i = 1, releases do
  local key, amount, reservedAt = KEYS[1 + writes + i], tonumber(argument()), tonumber(argument())
  local counter = findCounter(key)
  if counter and tonumber(counter.startedAt) <= reservedAt then
    counter.count = math.max(0, counter.count - amount)
    counters[key] = counter
  end
end

local full
for i = 1, reserves do
  local key, amount, max, endsAt = KEYS[1 + writes + releases + i], tonumber(argument()), argument(), argument()
  local counter = findCounter(key) or { count = 0, startedAt = ARGV[1], endsAt = endsAt }
  local sum = counter.count + amount
  if max ~= '' and sum > tonumber(max) then
    if not full or tonumber(counter.endsAt) > tonumber(full[3]) then full = {'full', i, counter.endsAt} end
  elseif amount > 0 then
    counter.count = sum
    if tonumber(counter.startedAt) > now then counter.startedAt = ARGV[1] end
    counters[key] = counter
  end
end
if full then return full end

for key, counter in pairs(counters) do
  local keptMs = math.ceil(tonumber(counter.endsAt) - now + slack)
  local text = string.format('%.0f', counter.count) .. ' ' .. counter.startedAt .. ' ' .. counter.endsAt
  redis.call('SET', key, text, 'PX', string.format('%.0f', keptMs))
end
for i = 1, writes do
  local write = written[i]
  local member = string.sub(write.key, #base + 3)
  if write.puts then
    redis.call('SET', write.key, write.expiresAt .. ' ' .. write.value, 'PX', write.keptMs)
  else
    redis.call('DEL', write.key)
  end
  if write.puts and write.dueAt ~= '' then
    redis.call('ZADD', due, write.dueAt, member)
  else
    redis.call('ZREM', due, member)
  end
end
return {'done', 0, ''}
`

/** Keys: the due list. Arguments: now, how many at most, when they are due again. Answers key, value, key, value… */
export const claimScript: string = `${shared}
local now, limit = tonumber(ARGV[1]), tonumber(ARGV[2])
local claimed, answer = {}, {}
while #claimed < limit do
  local members = redis.call('ZRANGEBYSCORE', due, '-inf', ARGV[1], 'LIMIT', 0, limit - #claimed)
  if #members == 0 then break end
  for _, member in ipairs(members) do
    redis.call('ZREM', due, member)
    local value = findEntry(base .. 'e:' .. member, now)
    if value then
      claimed[#claimed + 1] = member
      answer[#answer + 1] = member
      answer[#answer + 1] = value
    end
  end
end
for _, member in ipairs(claimed) do redis.call('ZADD', due, ARGV[3], member) end
return answer
`
